package dev.parley.mapping;

import java.util.List;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A text in a YAML file, which knows the place of each of its characters as far as its style tells.
 *
 * @param value the text itself
 * @param start where it begins in the file
 * @param lines the lines of the file
 */
record YamlText(String value, Place start, ScalarStyle style, boolean straight, List<String> lines) {

    static YamlText of(ScalarNode node, Place start, List<String> lines) {
        int from = node.getStartMark().map(Mark::getIndex).orElse(0);
        int to = node.getEndMark().map(Mark::getIndex).orElse(0);
        int quotes = node.getScalarStyle() == ScalarStyle.PLAIN ? 0 : 2;
        boolean straight = to - from - quotes == node.getValue().length();
        return new YamlText(node.getValue(), start, node.getScalarStyle(), straight, lines);
    }

    /** The place of a character; the start of the text where escapes or folding hide it. */
    Place at(int offset) {
        int safe = Math.max(0, Math.min(offset, value.length()));
        if (style == ScalarStyle.LITERAL) {
            return inBlock(safe);
        }
        boolean oneLine = straight && value.indexOf('\n') < 0;
        int quote = style == ScalarStyle.PLAIN ? 0 : 1;
        return oneLine ? new Place(start.file(), start.line(), start.column() + quote + safe) : start;
    }

    private Place inBlock(int offset) {
        String before = value.substring(0, offset);
        int newlines = (int) before.chars().filter(c -> c == '\n').count();
        int line = start.line() + 1 + newlines;
        return new Place(start.file(), line, indent() + offset - (before.lastIndexOf('\n') + 1) + 1);
    }

    /** Columns that YAML took off each line of the block. */
    private int indent() {
        String inFile = lines.get(Math.min(start.line(), lines.size() - 1));
        String inBlock = value.lines().findFirst().orElse("");
        return Math.max(0, inFile.length() - inBlock.length());
    }
}
