package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.PicklistValue;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as Lightning components get them: for programs, and as people in {@code en_US} and UTC read them. */
public final class DisplayValues {
    private static final DateTimeFormatter WIRE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
    private static final DateTimeFormatter ZULU =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("M/d/yyyy, h:mm a", Locale.US).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.US);

    private DisplayValues() {}

    /**
     * What people read; null where the value itself is that.
     *
     * @param field null where it is not known
     * @param value as a query gives it
     */
    public static JsonNode of(Field field, JsonNode value) {
        if (field == null || value.isNull()) {
            return JsonNodeFactory.instance.nullNode();
        }
        String shown =
                switch (field.type()) {
                    case PICKLIST, MULTIPICKLIST -> labels(field, value.asText());
                    case DATETIME -> TIME.format(OffsetDateTime.parse(value.asText(), WIRE));
                    case DATE -> DATE.format(LocalDate.parse(value.asText()));
                    case INT, DOUBLE -> number(field, value);
                    case CURRENCY -> "$" + number(field, value);
                    case PERCENT -> number(field, value) + "%";
                    default -> null;
                };
        return shown == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(shown);
    }

    /** What programs read: a date-time ends with Z. */
    public static JsonNode value(Field field, JsonNode value) {
        boolean time = field != null && field.type() == FieldType.DATETIME && value.isTextual();
        return time ? JsonNodeFactory.instance.textNode(zulu(value.asText())) : value;
    }

    static String zulu(String wire) {
        return ZULU.format(OffsetDateTime.parse(wire, WIRE));
    }

    private static String number(Field field, JsonNode value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.US);
        format.setMinimumFractionDigits(field.scale());
        format.setMaximumFractionDigits(field.scale());
        return format.format(value.decimalValue());
    }

    private static String labels(Field field, String values) {
        return Arrays.stream(values.split(";"))
                .map(value -> field.picklist().stream()
                        .filter(known -> known.value().equals(value))
                        .map(PicklistValue::label)
                        .findFirst()
                        .orElse(value))
                .collect(Collectors.joining(";"));
    }
}
