package dev.parley.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Commented mapping files to begin with: those that Parley ships, put where an admin can edit them. */
public final class Starter {
    private static final String GENERIC = "sources/generic.yaml";

    /** What a source file needs beside it, for editors to complete and mark. */
    private static final String SCHEMA = "schema/sources.schema.json";

    private Starter() {}

    /**
     * Writes a source's file: the shipped one where Parley knows the service, else the generic one. A folder that is
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
        } else if (!Files.exists(dir.resolve(SCHEMA))) {
            wanted.put(SCHEMA, shipped.get(SCHEMA));
        }
        String name = "sources/" + source + ".yaml";
        List<Path> written = new ArrayList<>();
        // The one that was asked for comes first: where it is there already, nothing is written.
        written.add(write(dir, name, shipped.getOrDefault(name, shipped.get(GENERIC))));
        for (Map.Entry<String, String> file : wanted.entrySet()) {
            written.add(write(dir, file.getKey(), file.getValue()));
        }
        return written;
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
