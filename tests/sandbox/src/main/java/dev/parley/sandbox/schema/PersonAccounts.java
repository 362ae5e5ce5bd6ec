package dev.parley.sandbox.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Person accounts are switched on for an org once and for all: a file beside what was deployed to it says so. */
public final class PersonAccounts {
    private static final String SWITCH = "person-accounts";

    private PersonAccounts() {}

    static boolean areOn(Path root) {
        return Files.exists(root.resolve(SWITCH));
    }

    /** Switches them on for the org whose deployed metadata lie in that folder. */
    public static void switchOn(Path deployed) {
        try {
            Files.createDirectories(deployed);
            Files.writeString(deployed.resolve(SWITCH), "on");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
