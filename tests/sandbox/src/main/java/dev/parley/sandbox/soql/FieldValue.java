package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as the REST API writes them. */
final class FieldValue {
    private static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSxx", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FieldValue() {}

    /** The JSON of a field's value, which may be null. */
    static JsonNode of(Object value) {
        if (value == null) {
            return JSON.nullNode();
        } else if (value instanceof Boolean truth) {
            return JSON.booleanNode(truth);
        } else if (value instanceof Integer whole) {
            return JSON.numberNode(whole);
        } else if (value instanceof BigDecimal number) {
            BigDecimal plain = number.stripTrailingZeros();
            return JSON.numberNode(plain.scale() < 1 ? plain.setScale(1) : plain);
        }
        return JSON.textNode(value instanceof Instant moment ? MOMENT.format(moment) : value.toString());
    }
}
