package dev.parley.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** Whose change a folder shows: the owner of the file that was saved last. */
public final class SavedBy {

    private static final String NOBODY = "unknown";

    private SavedBy() {}

    /** The user's name as the operating system has it, or {@code unknown}. */
    public static String owner(Path dir) {
        return Listing.of(dir).files().entrySet().stream()
                .max(Comparator.comparing(file -> file.getValue().modified()))
                .map(Map.Entry::getKey)
                .map(name -> ownerOf(dir.resolve(name)))
                .orElse(NOBODY);
    }

    private static String ownerOf(Path file) {
        try {
            return Files.getOwner(file).getName();
        } catch (IOException | UncheckedIOException | UnsupportedOperationException e) {
            // Not every file system knows owners, and the file may be gone: that must not hold a change up.
            return NOBODY;
        }
    }
}
