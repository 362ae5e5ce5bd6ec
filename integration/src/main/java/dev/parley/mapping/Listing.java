package dev.parley.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a mappings folder looks like from outside, without a file being opened: two equal listings mean that nothing was
 * saved in between.
 *
 * @param files each YAML file by its path below the folder
 */
record Listing(Map<String, Stamp> files) {

    /** {@code mappings/lead.yaml} and {@code mappings/salesforce/lead.yaml}, but nothing deeper. */
    static final int DEPTH = 2;

    /**
     * A file as it was saved.
     *
     * @param file what tells it from another file of the same name, or null where the file system has no such thing
     */
    record Stamp(long size, FileTime modified, Object file) {}

    static Listing of(Path dir) {
        Map<String, Stamp> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(dir, DEPTH)) {
            paths.filter(path -> path.toString().matches(".*\\.ya?ml")).forEach(path -> stamp(dir, path, files));
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read looks like an empty one; reading its files then says what is wrong.
            return new Listing(Map.of());
        }
        return new Listing(files);
    }

    private static void stamp(Path dir, Path path, Map<String, Stamp> files) {
        try {
            BasicFileAttributes saved = Files.readAttributes(path, BasicFileAttributes.class);
            files.put(
                    dir.relativize(path).toString(),
                    new Stamp(saved.size(), saved.lastModifiedTime(), saved.fileKey()));
        } catch (NoSuchFileException e) {
            // It went away between the two looks, which is as if it had never been there.
            files.remove(dir.relativize(path).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
