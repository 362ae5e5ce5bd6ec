package dev.parley.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the project's Salesforce package lies. */
final class PackageLocation {
    private static final Path PACKAGE = Path.of("plugin-manifest", "salesforce", "force-app", "main", "default");

    private PackageLocation() {}

    /** The package of the project that the working directory lies in. */
    static Path find() {
        Path start = Path.of("").toAbsolutePath();
        for (Path directory = start; directory != null; directory = directory.getParent()) {
            if (Files.isDirectory(directory.resolve(PACKAGE))) {
                return directory.resolve(PACKAGE);
            }
        }
        throw new IllegalStateException("No Salesforce package at " + PACKAGE + " in " + start
                + " or above it. Start the sandbox org inside the project, or say --schema DIR.");
    }
}
