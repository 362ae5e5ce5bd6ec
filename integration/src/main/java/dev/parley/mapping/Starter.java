package dev.parley.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Commented mapping files to begin with: those that Parley ships, put where an admin can edit them. */
public final class Starter {
    private static final String GENERIC = "sources/generic.yaml";
    private static final String GENERIC_TEST = "sources/generic.test.yaml";

    /** What a source file and its test need beside them, for editors to complete and mark. */
    private static final List<String> SCHEMAS = List.of("schema/sources.schema.json", "schema/test.schema.json");

    /** What the generic file says to whom it was not written for. */
    private static final String COPY =
            "a service of your own, or one that is not here: copy this file to {name}.yaml, and the address is";

    private Starter() {}

    /**
     * Writes a source's file and its test: the shipped one where Parley knows the service, else the generic one. A folder that is
     * empty gets a file of every kind. What is there already is never touched.
     *
     * @param dir the mappings folder; made if it is not there
     * @param source name of the source, 1 to 79 of {@code a-z 0-9 -}
     * @return the files that were written
     * @throws java.nio.file.FileAlreadyExistsException if the source's file is there
     */
    public static List<Path> write(Path dir, String source) throws IOException {
        SortedMap<String, String> shipped = Shipped.files();
        Map<String, String> wanted = new TreeMap<>();
        if (isEmpty(dir)) {
            shipped.forEach((name, text) -> {
                if (name.matches("(salesforce|schema|signals)/.*|qualification.*|transcripts/generic\\.yaml")) {
                    wanted.put(name, text);
                }
            });
        } else {
            SCHEMAS.stream()
                    .filter(schema -> !Files.exists(dir.resolve(schema)))
                    .forEach(schema -> wanted.put(schema, shipped.get(schema)));
        }
        String name = "sources/" + source + ".yaml";
        List<Path> written = new ArrayList<>();
        // The one that was asked for comes first: where it is there already, nothing is written.
        written.add(write(dir, name, shipped.containsKey(name) ? shipped.get(name) : own(shipped, source)));
        String test = "sources/" + source + TestFile.SUFFIX;
        if (!Files.exists(dir.resolve(test))) {
            wanted.put(test, shipped.getOrDefault(test, shipped.get(GENERIC_TEST)));
        }
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            written.add(write(dir, file.getKey(), file.getValue()));
        }
        return written;
    }

    /** The generic file in the source's own name. */
    private static String own(Map<String, String> shipped, String source) {
        String words = source.replace('-', ' ').strip();
        String shown = words.isEmpty() ? source : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        // A number, a truth value or a dash would be no text.
        boolean text = shown.matches("[A-Z].*") && !shown.matches("True|False|Null");
        return shipped.get(GENERIC)
                .replace(COPY, "a service of your own; the address is")
                .replace("{name}", source)
                .replace("service: Generic", "service: " + (text ? shown : '"' + shown + '"'));
    }

    private static boolean isEmpty(Path dir) throws IOException {
        if (!Files.exists(dir)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(dir)) {
            return entries.findAny().isEmpty();
        }
    }

    private static Path write(Path dir, String name, String text) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }
}
