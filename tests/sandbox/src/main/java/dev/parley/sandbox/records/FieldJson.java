package dev.parley.sandbox.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Field values as the REST API writes them. */
public final class FieldJson {
    private static final DateTimeFormatter DATETIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    private FieldJson() {}

    /** The value as JSON: a date-time in UTC with milliseconds, a number with at least one digit after its point. */
    public static JsonNode of(Object value) {
        if (value == null) {
            return JSON.nullNode();
        }
        if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        }
        if (value instanceof Integer whole) {
            return JSON.numberNode(whole);
        }
        if (value instanceof BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            return JSON.numberNode(plain.scale() < 1 ? plain.setScale(1) : plain);
        }
        return JSON.textNode(text(value));
    }

    private static String text(Object value) {
        if (value instanceof Instant instant) {
            return DATETIME.format(instant);
        }
        return value instanceof LocalDate date ? date.toString() : (String) value;
    }
}
