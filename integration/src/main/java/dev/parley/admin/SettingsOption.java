package dev.parley.admin;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The option that says where the settings stand. */
final class SettingsOption {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "${env:PARLEY_CONFIG}",
            description = "Settings file; parley.properties if that exists, unless PARLEY_CONFIG names another.")
    private Path file;

    /** All settings, as the server needs them. */
    Settings all() {
        return Settings.load(file(), environment());
    }

    /** Settings of which only these must be given. */
    Settings only(String... needed) {
        return Settings.load(file(), environment(), List.of(needed));
    }

    /** The file that was named, or null. */
    Path file() {
        return file == null || file.toString().isEmpty() ? null : file;
    }

    private static Map<String, String> environment() {
        return System.getenv();
    }
}
