package dev.parley.sandbox.rest;

import dev.parley.sandbox.calls.Fault;
import dev.parley.sandbox.records.SalesforceError;
import java.util.List;
import java.util.Map;

/** The words that go with a fault's error code. */
final class FaultErrors {
    private record Words(int status, String message) {}

    private static final Map<String, Words> KNOWN = Map.of(
            "REQUEST_LIMIT_EXCEEDED", new Words(403, "TotalRequests Limit exceeded."),
            "INVALID_SESSION_ID", new Words(401, "Session expired or invalid"),
            "UNABLE_TO_LOCK_ROW", new Words(400, "unable to obtain exclusive access to this record"),
            "SERVER_UNAVAILABLE", new Words(503, "Server temporarily unavailable"),
            "STORAGE_LIMIT_EXCEEDED", new Words(403, "storage limit exceeded"),
            "FIELD_CUSTOM_VALIDATION_EXCEPTION", new Words(400, "The record does not meet a validation rule."),
            "UNKNOWN_EXCEPTION",
                    new Words(
                            500,
                            "An unexpected error occurred. Please include this ErrorId if you contact support:"
                                    + " 1234567890-12345 (1234567890)"));

    private FaultErrors() {}

    static SalesforceError of(Fault fault) {
        String code = fault.errorCode() == null ? codeOf(fault.status()) : fault.errorCode();
        Words words = KNOWN.getOrDefault(code, new Words(400, "The org refused this on request: " + code));
        int status = fault.status() == 0 ? words.status() : fault.status();
        return new SalesforceError(status, code, words.message(), List.of());
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 401 -> "INVALID_SESSION_ID";
            case 403 -> "REQUEST_LIMIT_EXCEEDED";
            case 503 -> "SERVER_UNAVAILABLE";
            default -> "UNKNOWN_EXCEPTION";
        };
    }
}
