package dev.parley.mapping;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in an admin's words what is no YAML, and where. */
final class YamlMistake {
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
        String what = e.getMessage().lines().findFirst().orElse("not YAML");
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
        if (problem.contains("(TAB)")) {
            return "a tab stands here, but only spaces indent";
        }
        if (problem.contains("cannot start any token")) {
            return "a text that begins with '" + problem.charAt(problem.indexOf('\'') + 1) + "' must stand in quotes";
        }
        if (problem.contains("found '<block mapping start>'")) {
            return "this line is indented unlike those it belongs to";
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return "no key can stand here: the line is indented too far, or a text with a colon needs quotes";
        }
        return e.getContext() == null ? problem : e.getContext() + ", " + problem;
    }

    private static Place place(String name, String text, int index) {
        String before = text.substring(0, Math.min(Math.max(0, index), text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(name, line, before.length() - before.lastIndexOf('\n'));
    }
}
