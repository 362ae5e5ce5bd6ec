package dev.parley.sandbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line: {@code --port 8180 --home target/sandbox --schema DIR}, each of which may be left out. */
record Options(int port, Path home, Path schema) {
    private static final List<String> NAMES = List.of("--port", "--home", "--schema");

    static Options of(String[] arguments) {
        Map<String, String> given = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            if (!NAMES.contains(arguments[at]) || at + 1 == arguments.length) {
                throw new IllegalArgumentException(
                        "Not understood: " + arguments[at] + ". Usage: [--port 8180] [--home DIR] [--schema DIR]");
            }
            given.put(arguments[at], arguments[at + 1]);
        }
        String schema = given.get("--schema");
        return new Options(
                Integer.parseInt(given.getOrDefault("--port", "8180")),
                Path.of(given.getOrDefault("--home", "target/sandbox")),
                schema == null ? PackageLocation.find() : Path.of(schema));
    }
}
