package dev.parley.company;

import com.google.common.base.Splitter;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A company that there is, and how people call it.
 *
 * @param name as a register or a CRM writes it
 * @param called further ways; empty for one that is only a neighbour of others
 */
record RealNames(String name, List<String> called) {

    private static final Splitter APART = Splitter.on('|');

    /** Those that weights are learned from. */
    static List<RealNames> toLearn() {
        return read("names/to-learn.txt");
    }

    /** Those that are only measured. */
    static List<RealNames> heldBack() {
        return read("names/held-back.txt");
    }

    private static List<RealNames> read(String file) {
        try {
            return Resources.readLines(Resources.getResource(file), StandardCharsets.UTF_8).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(APART::splitToList)
                    .map(names -> new RealNames(names.get(0), names.subList(1, names.size())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
