package dev.parley.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * Puts one whole set of files in the place of another. What is to be done is written down first, in one file that appears
 * at once: a process that dies after that goes on with it at its next start, one that dies before has changed nothing.
 */
final class FolderSwap {

    private static final String PLAN = ".parley-next.json";
    private static final String PART = ".parley-part";
    private static final ObjectMapper JSON = new ObjectMapper();

    private FolderSwap() {}

    /**
     * Makes the mapping files of a folder these and no others; what is no YAML file stays.
     *
     * @throws IOException if the folder cannot be written to; it is then as it was, as far as that can be
     */
    static void to(Path dir, Map<String, String> texts) throws IOException {
        Map<String, String> before = MappingFolder.texts(dir);
        put(dir.resolve(PLAN), JSON.writeValueAsString(texts));
        try {
            write(dir, texts);
            Files.delete(dir.resolve(PLAN));
        } catch (IOException e) {
            takeBack(dir, before, e);
            throw e;
        }
    }

    private static void takeBack(Path dir, Map<String, String> before, IOException why) {
        try {
            // Without its plan first: a process that dies here must not go on with what has failed.
            Files.delete(dir.resolve(PLAN));
            write(dir, before);
        } catch (IOException e) {
            why.addSuppressed(e);
        }
    }

    /** Goes on with what was begun, if anything was; why that cannot be done, in which case it is left for later. */
    static Optional<String> resume(Path dir) {
        try {
            if (Files.exists(dir.resolve(PLAN))) {
                finish(dir);
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.of(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    /** What {@link #resume} could not do, for people. */
    static Finding finding(String why) {
        return Finding.error(
                new Place(PLAN, 1, 1),
                "unfinished-change",
                "a change of the files was begun here and cannot be brought to its end (" + why
                        + "). It goes on by itself"
                        + " once the server may write to the folder; to leave the files as they stand, delete this one");
    }

    /** The files of a change that was begun and not finished, if there is one and it can be read. */
    static Optional<Map<String, String>> planned(Path dir) {
        try {
            return Files.exists(dir.resolve(PLAN)) ? Optional.of(read(dir)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void finish(Path dir) throws IOException {
        write(dir, read(dir));
        Files.delete(dir.resolve(PLAN));
    }

    private static Map<String, String> read(Path dir) throws IOException {
        try {
            Map<String, String> texts = JSON.readValue(dir.resolve(PLAN).toFile(), new TypeReference<>() {});
            // It deletes what it does not name: nothing but a whole set of files is to be trusted with that.
            if (texts != null
                    && !texts.containsValue(null)
                    && !MappingFiles.load(texts).broken()) {
                return texts;
            }
        } catch (JsonProcessingException e) {
            // Said below, without what stands in the file.
        }
        throw new IOException("it holds no sound set of mapping files");
    }

    private static void write(Path dir, Map<String, String> texts) throws IOException {
        Map<String, String> present = MappingFolder.texts(dir);
        for (Map.Entry<String, String> file : texts.entrySet()) {
            if (!file.getValue().equals(present.get(file.getKey()))) {
                put(dir.resolve(file.getKey()), file.getValue());
            }
        }
        for (String name : present.keySet()) {
            if (!texts.containsKey(name)) {
                Files.delete(dir.resolve(name));
            }
        }
    }

    /** The file has the old text or the new one, whenever anybody looks, also after a loss of power. */
    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + PART);
        Files.writeString(part, text);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
