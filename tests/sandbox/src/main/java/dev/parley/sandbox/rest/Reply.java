package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.HashMap;
import java.util.Map;

/**
 * What a resource answers.
 *
 * @param status the HTTP status
 * @param body the JSON, null for none
 * @param headers headers besides the usual
 */
record Reply(int status, JsonNode body, Map<String, String> headers) {
    static final JsonNodeFactory JSON = JsonNodeFactory.withExactBigDecimals(true);

    static Reply ok(JsonNode body) {
        return new Reply(200, body, Map.of());
    }

    /** Comma-separated values; the routes write a text as it is where its type is not JSON. */
    static Reply csv(String text, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "text/csv;charset=UTF-8");
        return new Reply(200, JSON.textNode(text), all);
    }

    static Reply noContent() {
        return new Reply(204, null, Map.of());
    }

    static Reply notModified() {
        return new Reply(304, null, Map.of());
    }

    /** An error in the shape of a REST answer: an array of one object. */
    static Reply error(SalesforceError error) {
        ArrayNode errors = JSON.arrayNode();
        ObjectNode node = errors.addObject();
        node.put("message", error.getMessage());
        node.put("errorCode", error.errorCode());
        if (!error.fields().isEmpty()) {
            error.fields().forEach(node.withArray("/fields")::add);
        }
        error.details().forEach(node::set);
        return new Reply(error.status(), errors, Map.of());
    }

    boolean failed() {
        return status >= 400;
    }

    /** Whether it failed as a whole, or in one of the records of a collection. */
    boolean failedAnywhere() {
        return failed() || (body instanceof ArrayNode results && anyUnsuccessful(results));
    }

    private static boolean anyUnsuccessful(ArrayNode results) {
        for (JsonNode result : results) {
            if (result.has("success") && !result.get("success").booleanValue()) {
                return true;
            }
        }
        return false;
    }
}
