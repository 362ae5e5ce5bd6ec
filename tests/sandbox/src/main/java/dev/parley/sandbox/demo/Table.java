package dev.parley.sandbox.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jline.utils.AttributedString;

/** A table in plain text whose widest columns give way until it fits the screen; CJK characters count two columns. */
final class Table {

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        rows.add(Arrays.asList(headings));
    }

    void row(String... cells) {
        rows.add(Arrays.asList(cells));
    }

    /** The lines, none wider than {@code width} columns as long as every cell may have at least six. */
    List<String> lines(int width) {
        int[] widths = widths(width);
        List<String> lines = rows.stream()
                .map(row -> IntStream.range(0, widths.length)
                        .mapToObj(at -> fit(row.get(at), widths[at]))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, "-".repeat(IntStream.of(widths).sum() + GAP.length() * (widths.length - 1)));
        return lines;
    }

    private int[] widths(int width) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(at -> rows.stream()
                        .mapToInt(row -> columns(row.get(at)))
                        .max()
                        .orElse(0))
                .toArray();
        int spare = width
                - GAP.length() * (widths.length - 1)
                - IntStream.of(widths).sum();
        for (; spare < 0; spare++) {
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        return IntStream.range(0, widths.length)
                .reduce((best, at) -> widths[at] > widths[best] ? at : best)
                .orElseThrow();
    }

    private static String fit(String cell, int width) {
        AttributedString text = new AttributedString(cell);
        String shown = text.columnLength() <= width ? cell : text.columnSubSequence(0, width - 1) + "…";
        return shown + " ".repeat(width - columns(shown));
    }

    private static int columns(String cell) {
        return new AttributedString(cell).columnLength();
    }
}
