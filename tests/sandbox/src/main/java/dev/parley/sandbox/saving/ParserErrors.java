package dev.parley.sandbox.saving;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.records.SalesforceError;
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

    /** The value cannot be what the field is. The place is that of the value in a body of one line. */
    static SalesforceError wrongToken(String type, JsonNode value) {
        return SalesforceError.badRequest(
                CODE,
                "Cannot deserialize instance of " + type + " from " + token(value)
                        + " or request may be missing a required field at [line:1, column:1]");
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
