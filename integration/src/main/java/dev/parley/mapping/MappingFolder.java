package dev.parley.mapping;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A mappings folder as texts, without looking into them. */
public final class MappingFolder {
    /** The folder itself and the folders of the kinds. */
    private static final int LEVELS = 2;

    /** More than any file that can be read has ({@link YamlReader}), so that a stray one fills no memory. */
    private static final long MOST_BYTES = 1 << 20;

    private MappingFolder() {}

    /**
     * The texts of all files that could be mapping files or their tests, by path below the folder with {@code /}
     * between its names, in the order of the paths. What cannot be read is left out: {@link MappingFiles#load(Path)}
     * says why.
     */
    public static Map<String, String> texts(Path dir) {
        return texts(dir, finding -> {});
    }

    static Map<String, String> texts(Path dir, Consumer<Finding> findings) {
        Map<String, String> texts = new TreeMap<>();
        for (Path path : list(dir, findings)) {
            String name =
                    dir.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
            text(path, name, findings).ifPresent(text -> texts.put(name, text));
        }
        return texts;
    }

    private static List<Path> list(Path dir, Consumer<Finding> findings) {
        if (!Files.isDirectory(dir)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(dir, LEVELS)) {
            return files.filter(file -> file.toString().matches(".*\\.ya?ml"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            findings.accept(Finding.error(new Place(".", 1, 1), "unreadable", "the folder cannot be read"));
            return List.of();
        }
    }

    private static Optional<String> text(Path path, String name, Consumer<Finding> findings) {
        try {
            if (Files.size(path) > MOST_BYTES) {
                findings.accept(Finding.error(new Place(name, 1, 1), "unreadable", "the file is larger than 1 MiB"));
                return Optional.empty();
            }
            return Optional.of(Files.readString(path));
        } catch (CharacterCodingException e) {
            findings.accept(Finding.error(new Place(name, 1, 1), "unreadable", "the file is not UTF-8"));
        } catch (IOException e) {
            findings.accept(Finding.error(new Place(name, 1, 1), "unreadable", "the file cannot be read"));
        }
        return Optional.empty();
    }
}
