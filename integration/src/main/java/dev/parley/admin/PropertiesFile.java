package dev.parley.admin;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A properties file read line by line, as {@link Properties} does not say where a key stands. */
final class PropertiesFile {

    /**
     * One entry.
     *
     * @param line where it begins, counted from 1
     */
    record Entry(int line, String key, String value) {}

    private PropertiesFile() {}

    /**
     * The entries in their order, a key that stands twice among them.
     *
     * @throws IOException if the file cannot be read or is not UTF-8
     * @throws IllegalArgumentException if an escape in it is broken
     */
    static List<Entry> read(Path file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        StringBuilder entry = new StringBuilder();
        int first = 1;
        for (int i = 0; i < lines.size(); i++) {
            entry.append(lines.get(i)).append('\n');
            boolean goesOn =
                    isContinued(lines.get(i), entry.length() > lines.get(i).length() + 1);
            if (!goesOn || i == lines.size() - 1) {
                add(entries, first, entry.toString());
                entry.setLength(0);
                first = i + 2;
            }
        }
        return entries;
    }

    /** A line goes on in the next one after an odd number of backslashes, unless it is a comment. */
    private static boolean isContinued(String line, boolean continuation) {
        String text = line.stripLeading();
        if (!continuation && (text.startsWith("#") || text.startsWith("!"))) {
            return false;
        }
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static void add(List<Entry> entries, int line, String text) throws IOException {
        Properties one = new Properties();
        one.load(new StringReader(text));
        one.forEach((key, value) -> entries.add(new Entry(line, (String) key, ((String) value).strip())));
    }
}
