package dev.parley.sandbox.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of a Salesforce DX package in source format. */
final class PackageFiles {
    private final Path root;

    /** The package whose {@code objects} folder lies in that directory ({@code force-app/main/default}). */
    PackageFiles(Path root) {
        this.root = root;
    }

    /** The folders of the objects the package defines or adds to, ordered by name. */
    List<Path> objects() {
        return list(root.resolve("objects"));
    }

    /** The object's own file, or nothing if the package only adds fields to it. */
    Path objectFile(String object) {
        return root.resolve("objects").resolve(object).resolve(object + ".object-meta.xml");
    }

    /** The files of the fields the package gives that object, ordered by name. */
    List<Path> fields(String object) {
        return list(root.resolve("objects").resolve(object).resolve("fields"));
    }

    static List<Path> list(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
