package dev.parley.sandbox.saving;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.records.SalesforceError;
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
     * @throws SalesforceError JSON_PARSER_ERROR if it cannot be of the field's type
     */
    public static Object read(Field field, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        try {
            return switch (field.type()) {
                case BOOLEAN -> truth(field, json);
                case INT, DOUBLE, CURRENCY, PERCENT -> number(field, json);
                case DATE -> date(json);
                case DATETIME -> instant(json);
                default -> text(field, json);
            };
        } catch (DateTimeException | NumberFormatException otherForm) {
            throw wrongType(field, json);
        }
    }

    private static String text(Field field, JsonNode json) {
        if (!json.isTextual()) {
            throw wrongType(field, json);
        }
        String text = json.textValue().strip();
        return text.isEmpty() ? null : text;
    }

    private static Boolean truth(Field field, JsonNode json) {
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        return switch (json.asText()) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw wrongType(field, json);
        };
    }

    private static Object number(Field field, JsonNode json) {
        if (json.isContainerNode() || json.isBoolean()) {
            throw wrongType(field, json);
        }
        if (json.asText().isBlank()) {
            return null;
        }
        BigDecimal number = new BigDecimal(json.asText().strip());
        BigDecimal rounded = number.setScale(field.scale(), RoundingMode.HALF_UP);
        boolean whole = field.type().javaType() == Integer.class;
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

    private static SalesforceError wrongType(Field field, JsonNode json) {
        return ParserErrors.wrongToken(field.type().apiName(), json);
    }
}
