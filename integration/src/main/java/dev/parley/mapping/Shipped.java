package dev.parley.mapping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The mapping files that Parley ships, with their tests and schemas, as the program carries them. */
public final class Shipped {
    private Shipped() {}

    /** Their texts by path below the mappings folder, such as {@code sources/calcom.yaml}. */
    public static SortedMap<String, String> files() {
        try {
            URI folder = Shipped.class.getResource("shipped").toURI();
            if (!folder.getScheme().equals("jar")) {
                return read(Path.of(folder));
            }
            try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
                return read(jar.provider().getPath(folder));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the program's own files cannot be read", e);
        }
    }

    /** Whether one of the shipped files writes this field of such records: the object has it then. */
    static boolean writes(String sobject, String field) {
        return files().entrySet().stream()
                .filter(file -> file.getKey().startsWith("salesforce/"))
                .map(Map.Entry::getValue)
                .anyMatch(
                        text -> text.contains("\nsobject: " + sobject + "\n") && text.contains("\n  " + field + ": "));
    }

    private static SortedMap<String, String> read(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> texts.put(folder.relativize(file).toString().replace('\\', '/'), text(file)));
        }
        return Collections.unmodifiableSortedMap(texts);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
