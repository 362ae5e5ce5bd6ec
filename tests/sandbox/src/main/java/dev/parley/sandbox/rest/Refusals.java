package dev.parley.sandbox.rest;

import dev.parley.sandbox.records.SalesforceError;
import java.util.List;

/** Refusals that every resource may give. */
final class Refusals {
    private Refusals() {}

    static SalesforceError notFound() {
        return SalesforceError.notFound("NOT_FOUND", "The requested resource does not exist");
    }

    static SalesforceError method(String method, String... allowed) {
        return new SalesforceError(
                405,
                "METHOD_NOT_ALLOWED",
                "HTTP Method '" + method + "' not allowed. Allowed are " + String.join(",", allowed),
                List.of());
    }

    static SalesforceError noSuchKey(String field) {
        return SalesforceError.notFound(
                "NOT_FOUND", "Provided external ID field does not exist or is not accessible: " + field);
    }

    static SalesforceError limit(String message) {
        return SalesforceError.badRequest("LIMIT_EXCEEDED", message);
    }

    static SalesforceError invalid(String message) {
        return SalesforceError.badRequest("INVALID_INPUT", message);
    }
}
