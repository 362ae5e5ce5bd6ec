package dev.parley.sandbox.saving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.records.SalesforceError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** JSON_PARSER_ERROR in its two forms: the text is no JSON, or a value is not of its field's type. */
public final class ParserErrors {
    private static final String CODE = "JSON_PARSER_ERROR";

    private ParserErrors() {}

    /** The request's text is no JSON. */
    public static SalesforceError malformed(JsonProcessingException problem) {
        JsonLocation at = problem.getLocation();
        String where = at == null ? "" : " at [line:" + at.getLineNr() + ", column:" + at.getColumnNr() + "]";
        return SalesforceError.badRequest(CODE, problem.getOriginalMessage() + where);
    }

    /** There is no text at all. */
    static SalesforceError missing() {
        return SalesforceError.badRequest(
                CODE, "The HTTP entity body is required, but this request has no entity body.");
    }

    /** The value cannot be what the field is. The place is that of the value in its record, written on one line. */
    static SalesforceError wrongToken(String type, JsonNode value, int column) {
        return SalesforceError.badRequest(
                CODE,
                "Cannot deserialize instance of " + type + " from " + token(value)
                        + " or request may be missing a required field at [line:1, column:" + column + "]");
    }

    /** The column at which the value of that name begins in the record. */
    static int column(JsonNode record, String name) {
        try (JsonParser parser = new JsonFactory().createParser(record.toString())) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String at = parser.currentName();
                parser.nextToken();
                if (at.equals(name)) {
                    return parser.currentTokenLocation().getColumnNr();
                }
                parser.skipChildren();
            }
            return 1;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String token(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "START_OBJECT value {";
            case ARRAY -> "START_ARRAY value [";
            case NUMBER -> (value.isIntegralNumber() ? "VALUE_NUMBER_INT value " : "VALUE_NUMBER_FLOAT value ")
                    + value.asText();
            case BOOLEAN -> "VALUE_" + value.asText().toUpperCase(Locale.ROOT) + " value " + value.asText();
            case NULL -> "VALUE_NULL value null";
            default -> "VALUE_STRING value " + value.asText();
        };
    }
}
