package dev.parley.crm;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.stream.Collectors;

/** Values as SOQL literals; the only way in which values come into a query. */
public final class Soql {

    private Soql() {}

    /** A text literal in quotes, escaped as SOQL's "Quoted String Escape Sequences" has it. */
    public static String text(String value) {
        StringBuilder out = new StringBuilder("'");
        value.chars().forEach(c -> out.append(escaped((char) c)));
        return out.append('\'').toString();
    }

    /** A list of text literals for {@code IN}; must not be empty. */
    public static String list(Collection<String> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("SOQL has no empty list: leave the condition out");
        }
        return values.stream().map(Soql::text).collect(Collectors.joining(",", "(", ")"));
    }

    /** A dateTime literal; Salesforce keeps whole seconds of most, so the rest is cut off. */
    public static String time(Instant value) {
        return value.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String escaped(char c) {
        return switch (c) {
            case '\'', '"', '\\' -> "\\" + c;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> String.valueOf(c);
        };
    }
}
