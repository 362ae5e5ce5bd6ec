package dev.parley.admin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The report of the lines of a file that were not loaded.
 *
 * @param file that was loaded
 * @param report one line for each: {@code FILE:NUMBER: why}
 * @param unit what is counted in the file, such as {@code line}
 */
record LoadReport(Path file, Path report, String unit) {

    private static final int MOST = 20;

    /** A number, and a reason up to the column where it shows. */
    private static final Pattern ENTRY = Pattern.compile(":(\\d+): (.*?)(?:: column \\d+)?");

    private static final class Reason {
        private final String first;
        private long count;

        Reason(String first) {
            this.first = first;
        }
    }

    /** The reasons in the order in which they first came up; the first twenty. */
    List<String> reasons() throws IOException {
        Map<String, Reason> reasons = new LinkedHashMap<>();
        try (Stream<String> lines = Files.lines(report)) {
            lines.filter(line -> line.startsWith(file.toString()))
                    .map(line -> ENTRY.matcher(line.substring(file.toString().length())))
                    .filter(Matcher::matches)
                    .forEach(entry ->
                            reasons.computeIfAbsent(entry.group(2), any -> new Reason(entry.group(1))).count++);
        }
        return reasons.entrySet().stream()
                .limit(MOST)
                .map(reason -> line(reason.getKey(), reason.getValue()))
                .toList();
    }

    private String line(String why, Reason reason) {
        return reason.count + " × " + why + (reason.count == 1 ? " (" : " (first in ") + unit + " " + reason.first
                + ")";
    }
}
