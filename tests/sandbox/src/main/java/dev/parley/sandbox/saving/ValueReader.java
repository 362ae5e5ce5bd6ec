package dev.parley.sandbox.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.schema.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.function.IntSupplier;

/** Reads a field's value from JSON into its Java type. */
public final class ValueReader {
    /** ISO 8601 with an offset in any of its forms: {@code Z}, {@code +01:00}, {@code +0100}. */
    private static final DateTimeFormatter DATETIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX]")
            .toFormatter();

    private ValueReader() {}

    /**
     * The value, null for JSON's null and for an empty text.
     *
     * @throws dev.parley.sandbox.records.SalesforceError JSON_PARSER_ERROR if it cannot be of the field's type
     */
    public static Object read(Field field, JsonNode json) {
        return read(field, json, () -> 1);
    }

    /**
     * The same, for a value that stands in a longer text.
     *
     * @param column gives the column that an error names
     */
    static Object read(Field field, JsonNode json, IntSupplier column) {
        if (json.isNull()) {
            return null;
        }
        try {
            return value(field, json);
        } catch (DateTimeException | NumberFormatException | UnsupportedOperationException otherForm) {
            throw ParserErrors.wrongToken(field.type().apiName(), json, column.getAsInt());
        }
    }

    private static Object value(Field field, JsonNode json) {
        return switch (field.type()) {
            case BOOLEAN -> truth(json);
            case INT, DOUBLE, CURRENCY, PERCENT -> number(field, json);
            case DATE -> date(json);
            case DATETIME -> instant(json);
            default -> text(json);
        };
    }

    private static String text(JsonNode json) {
        if (!json.isTextual()) {
            throw new UnsupportedOperationException("not of the field's type");
        }
        String text = json.textValue().strip();
        return text.isEmpty() ? null : text;
    }

    private static Boolean truth(JsonNode json) {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return switch (json.asText()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw new UnsupportedOperationException("not of the field's type");
        };
    }

    private static Object number(Field field, JsonNode json) {
        if (json.isContainerNode() || json.isBoolean()) {
            throw new UnsupportedOperationException("not of the field's type");
        }
        if (json.asText().isBlank()) {
            return null;
        }
        BigDecimal number = new BigDecimal(json.asText().strip());
        BigDecimal rounded = number.setScale(field.scale(), RoundingMode.HALF_UP);
        boolean whole = field.type().javaType() == Integer.class;
        if (whole && number.compareTo(rounded) != 0) {
            throw new UnsupportedOperationException("not of the field's type");
        }
        return whole && rounded.precision() <= 9 ? (Object) rounded.intValueExact() : rounded;
    }

    private static LocalDate date(JsonNode json) {
        String text = json.asText();
        return text.isEmpty() ? null : LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    }

    private static Instant instant(JsonNode json) {
        String text = json.asText();
        return text.isEmpty()
                ? null
                : OffsetDateTime.parse(text, DATETIME).toInstant().truncatedTo(ChronoUnit.SECONDS);
    }
}
