package dev.parley.mapping;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in an admin's words what is no YAML, and where. */
final class YamlMistake {
    /** A part of the parser's words, and what an admin can do with. */
    private static final List<Entry<String, String>> WORDS = List.of(
            Map.entry("(TAB)", "a tab stands here, but only spaces indent"),
            Map.entry("found a tab", "a tab stands here, but only spaces indent"),
            Map.entry("found '<block mapping start>'", "this line is indented unlike those it belongs to"),
            Map.entry(
                    "mapping values are not allowed",
                    "no key can stand here: the line is indented too far, or a text with a colon needs quotes"),
            Map.entry("could not find expected ':'", "a colon is missing behind this key"),
            Map.entry("while parsing a flow sequence", "this list is not closed, or a comma is missing in it: [a, b]"),
            Map.entry(
                    "while parsing a flow mapping", "these braces are not closed, or a comma is missing: {a: 1, b: 2}"),
            Map.entry("while scanning a quoted scalar", "a text in quotes begins here and does not end"),
            Map.entry(
                    "found unknown escape character",
                    "in double quotes a backslash begins an escape, and there is no such one: write '\\\\', or use single quotes"),
            Map.entry("expected a single document", "a second document begins here: a file has one, without '---'"),
            Map.entry("found another document", "a second document begins here: a file has one, without '---'"));

    private YamlMistake() {}

    /**
     * The finding for what the parser objects to.
     *
     * @param name path of the file below the mappings folder
     * @param text the whole file
     */
    static Finding of(String name, String text, YamlEngineException e) {
        if (e instanceof MarkedYamlEngineException marked) {
            Place place = mark(marked)
                    .map(at -> new Place(name, at.getLine() + 1, at.getColumn() + 1))
                    .orElse(new Place(name, 1, 1));
            return Finding.error(place, "yaml-syntax", words(marked));
        }
        if (e instanceof ReaderException unreadable) {
            String what = "the character U+%04X may not stand in a file".formatted(unreadable.getCodePoint());
            return Finding.error(place(name, text, unreadable.getPosition()), "yaml-syntax", what);
        }
        String what = e.getMessage().contains("exceeds the limit")
                ? "the file is longer than the " + YamlReader.MAX_CHARACTERS + " characters that are read"
                : e.getMessage().lines().findFirst().orElse("not YAML");
        return Finding.error(new Place(name, 1, 1), "yaml-syntax", what);
    }

    /** What was begun and never ended is wrong where it began; all else where the parser stumbled. */
    private static Optional<Mark> mark(MarkedYamlEngineException e) {
        String context = String.valueOf(e.getContext());
        boolean open =
                context.startsWith("while parsing a flow") || e.getProblem().contains("end of stream");
        return open && e.getContextMark().isPresent() ? e.getContextMark() : e.getProblemMark();
    }

    private static String words(MarkedYamlEngineException e) {
        String problem = e.getProblem();
        if (problem.contains("cannot start any token") && !problem.contains("(TAB)")) {
            return "a text that begins with '" + problem.charAt(problem.indexOf('\'') + 1) + "' must stand in quotes";
        }
        String said = e.getContext() + ", " + problem;
        return WORDS.stream()
                .filter(known -> said.contains(known.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse(e.getContext() == null ? problem : said);
    }

    private static Place place(String name, String text, int index) {
        String before = text.substring(0, Math.min(Math.max(0, index), text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(name, line, before.length() - before.lastIndexOf('\n'));
    }
}
