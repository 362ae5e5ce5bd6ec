package dev.parley.sandbox.records;

import java.util.List;

/** A refusal in Salesforce's words: what a REST answer's error array holds, and the HTTP status it goes with. */
public final class SalesforceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorCode;
    private final List<String> fields;

    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param errorCode Salesforce's code, such as {@code INVALID_FIELD}
     * @param message Salesforce's sentence
     * @param fields the API names of the fields at fault, which may be none
     */
    public SalesforceError(int status, String errorCode, String message, List<String> fields) {
        super(message, null, false, false);
        this.status = status;
        this.errorCode = errorCode;
        this.fields = List.copyOf(fields);
    }

    /** A refusal with HTTP status 400. */
    public static SalesforceError badRequest(String errorCode, String message, String... fields) {
        return new SalesforceError(400, errorCode, message, List.of(fields));
    }

    /** A refusal with HTTP status 404. */
    public static SalesforceError notFound(String errorCode, String message) {
        return new SalesforceError(404, errorCode, message, List.of());
    }

    /** The HTTP status it goes with. */
    public int status() {
        return status;
    }

    /** Salesforce's code. */
    public String errorCode() {
        return errorCode;
    }

    /** The fields at fault, which may be none. */
    public List<String> fields() {
        return fields;
    }
}
