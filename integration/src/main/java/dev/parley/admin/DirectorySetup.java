package dev.parley.admin;

import dev.parley.identity.DirectoryKeys;
import java.nio.file.Path;

/** The directory's settings as its parts take them. */
final class DirectorySetup {

    private DirectorySetup() {}

    /** Index and secret below home, each in a place of its own, unless a secret is given. */
    static DirectoryKeys keys(Settings settings) {
        Path home = settings.path("home");
        Path folder = home.resolve("directory");
        return settings.find("directory.secret")
                .map(secret -> new DirectoryKeys(folder, secret))
                .orElseGet(
                        () -> DirectoryKeys.in(folder, home.resolve("secrets").resolve("directory")));
    }
}
