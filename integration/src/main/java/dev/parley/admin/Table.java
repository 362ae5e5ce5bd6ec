package dev.parley.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.apache.commons.text.WordUtils;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.Column.Overflow;
import picocli.CommandLine.Help.TextTable;

/** Rows under a header; a value too long for the terminal goes on in the next line. */
final class Table {

    private static final int GAP = 2;
    private static final int NARROWEST = 8;
    /** Codes of the CRM and file names are read whole; a key of forty digits is not. */
    private static final int LONGEST_WHOLE_WORD = 20;

    private static final CharMatcher STEERING =
            CharMatcher.javaIsoControl().and(CharMatcher.isNot('\n')).precomputed();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> header;
    private final List<List<Object>> rows = new ArrayList<>();

    /** @param header names of the columns, which are the keys in JSON too */
    Table(String... header) {
        this.header = List.of(header);
    }

    /** Adds a row; a null is an empty cell. */
    Table row(Object... cells) {
        if (cells.length != header.size()) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells under " + header);
        }
        rows.add(Arrays.stream(cells).map(cell -> cell == null ? "" : cell).toList());
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The cells under one name of the header. */
    List<String> column(String name) {
        return rows.stream()
                .map(row -> row.get(header.indexOf(name)).toString())
                .toList();
    }

    /** The table for people. */
    String toText(int width) {
        int[] widths = widths(width);
        Column[] columns = new Column[widths.length];
        for (int i = 0; i < widths.length; i++) {
            columns[i] = new Column(widths[i], i == 0 ? 0 : GAP, Overflow.WRAP);
        }
        TextTable table = TextTable.forColumns(Help.defaultColorScheme(Ansi.OFF), columns);
        table.setAdjustLineBreaksForWideCJKCharacters(true);
        table.addRowValues(header.toArray(String[]::new));
        rows.forEach(row -> lines(row, widths).forEach(table::addRowValues));
        return table.toString();
    }

    /** A row as so many lines that each cell fits its column, all cells beginning in the first of them. */
    private static List<String[]> lines(List<Object> row, int[] widths) {
        List<String[]> lines = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            int room = widths[i] - (i == 0 ? 0 : GAP);
            String[] parts = WordUtils.wrap(plain(row.get(i)), room, "\n", true).split("\n");
            for (int j = 0; j < parts.length; j++) {
                if (j == lines.size()) {
                    lines.add(Collections.nCopies(widths.length, "").toArray(String[]::new));
                }
                lines.get(j)[i] = parts[j];
            }
        }
        return lines;
    }

    /** What visitors wrote must not steer the terminal. */
    private static String plain(Object cell) {
        return STEERING.replaceFrom(cell.toString(), ' ');
    }

    /** The rows as objects; a number stays a number. */
    ArrayNode toJson() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.forEach(row -> {
            ObjectNode object = array.addObject();
            for (int i = 0; i < header.size(); i++) {
                object.set(header.get(i), json(row.get(i)));
            }
        });
        return array;
    }

    private static JsonNode json(Object cell) {
        return cell instanceof Number ? JSON.valueToTree(cell) : TextNode.valueOf(cell.toString());
    }

    /**
     * As wide as their contents, the widest made narrower until all fit: first where a cell goes on between two words,
     * then within words. The first column is what a reader copies, so it stays whole.
     */
    private int[] widths(int width) {
        int[] widths = columns(Table::length);
        narrow(widths, width, columns(Table::longestWholeWord));
        narrow(widths, width, columns(cell -> NARROWEST - GAP));
        return widths;
    }

    private int[] columns(ToIntFunction<Object> room) {
        int[] widths = new int[header.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            int widest = rows.stream()
                    .map(row -> row.get(column))
                    .mapToInt(i == 0 ? Table::length : room)
                    .max()
                    .orElse(0);
            widths[i] = Math.max(widest, i == 0 ? length(header.get(i)) : room.applyAsInt(header.get(i)))
                    + (i == 0 ? 0 : GAP);
        }
        return widths;
    }

    private static void narrow(int[] widths, int width, int[] narrowest) {
        int column = widestAbove(widths, narrowest);
        while (Arrays.stream(widths).asLongStream().sum() > width && column > 0) {
            widths[column]--;
            column = widestAbove(widths, narrowest);
        }
    }

    /** The widest that may still become narrower, never the first; 0 where there is none. */
    private static int widestAbove(int[] widths, int[] narrowest) {
        return IntStream.range(1, widths.length)
                .filter(column -> widths[column] > narrowest[column])
                .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                .orElse(0);
    }

    private static int length(Object cell) {
        return cell.toString().length();
    }

    /** What is longer is broken anyway, so it asks for no room. */
    private static int longestWholeWord(Object cell) {
        return Arrays.stream(cell.toString().split("\\s+", -1))
                .mapToInt(String::length)
                .filter(length -> length <= LONGEST_WHOLE_WORD)
                .max()
                .orElse(0);
    }
}
