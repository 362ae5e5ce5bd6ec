package dev.parley.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/**
 * How far a file has been loaded.
 *
 * @param file its path
 * @param offset bytes that were loaded
 * @param lines lines that were loaded
 * @param accepted events that were new
 * @param duplicates events that had been there
 * @param bad lines that could not be loaded
 * @param silent lines that tell nothing that Parley knows of
 * @param latest the latest time that was told so far; null where it does not matter
 * @param done whether the end was reached
 */
record Bookmark(
        String file,
        long offset,
        long lines,
        long accepted,
        long duplicates,
        long bad,
        long silent,
        Instant latest,
        boolean done) {

    private static final int FIRST_BYTES = 1 << 16;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** The bookmark kept for a file, or one at its beginning. */
    static Bookmark of(Path place, Path file) throws IOException {
        return Files.exists(place)
                ? JSON.readValue(place.toFile(), Bookmark.class)
                : new Bookmark(file.toString(), 0, 0, 0, 0, 0, 0, null, false);
    }

    /**
     * Where the bookmark of a file is kept; another one once path, size or beginning of the file change.
     *
     * @param source whose export it is, or null for events
     * @param create whether it is loaded with {@code --create}, which makes it another load
     */
    static Path place(Path folder, Path file, String source, boolean create) throws IOException {
        Hasher hash = Hashing.sha256().newHasher();
        hash.putString(file.toRealPath().toString(), StandardCharsets.UTF_8);
        if (source != null) {
            hash.putString(source, StandardCharsets.UTF_8);
        }
        hash.putLong(Files.size(file)).putBoolean(create);
        try (InputStream in = Files.newInputStream(file)) {
            hash.putBytes(in.readNBytes(FIRST_BYTES));
        }
        return folder.resolve(hash.hash().toString().substring(0, 32) + ".json");
    }

    /** Further on in the file. */
    Bookmark at(HistoryEvents events, Sent sent) {
        return new Bookmark(
                file,
                events.offset(),
                events.number(),
                accepted + sent.accepted(),
                duplicates + sent.duplicates(),
                bad + sent.bad(),
                silent + sent.silent(),
                events.latest(),
                false);
    }

    /** At the end of the file. */
    Bookmark finished() {
        return new Bookmark(file, offset, lines, accepted, duplicates, bad, silent, latest, true);
    }

    /** Whether all that was read could be used, and anything could. */
    boolean isWell() {
        return bad == 0 && (silent == 0 || accepted + duplicates > 0);
    }

    /** Keeps it; a crash leaves the one before or this one, never half of it. */
    void keep(Path place) throws IOException {
        Path next = place.resolveSibling(place.getFileName() + ".next");
        JSON.writeValue(next.toFile(), this);
        Files.move(next, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
