package dev.parley.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files beside test files that tests name.
 *
 * @param dir the mappings folder
 */
public record Attachments(Path dir) {

    private static final long MOST_BYTES = 8 << 20;

    /** A file cannot be had; the message says why. */
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Missing(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * The bytes of a file.
     *
     * @param test path of the test file below the folder
     * @param name of the file beside it: a plain name, so that it leads nowhere else
     */
    byte[] read(String test, String name) {
        Path file = dir.resolve(test).resolveSibling(name);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new Missing("the file '" + name + "' is larger than 8 MiB", null);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Missing("there is no file '" + name + "' beside the test that can be read", e);
        }
    }
}
