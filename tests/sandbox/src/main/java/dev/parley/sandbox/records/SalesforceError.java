package dev.parley.sandbox.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** A refusal in Salesforce's words: what a REST answer's error array holds, and the HTTP status it goes with. */
public final class SalesforceError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String errorCode;
    private final List<String> fields;
    private final transient Map<String, JsonNode> details;

    /**
     * A refusal.
     *
     * @param status the HTTP status
     * @param errorCode Salesforce's code, such as {@code INVALID_FIELD}
     * @param message Salesforce's sentence
     * @param fields the API names of the fields at fault, which may be none
     */
    public SalesforceError(int status, String errorCode, String message, List<String> fields) {
        this(status, errorCode, message, fields, Map.of());
    }

    /**
     * A refusal that carries more than words.
     *
     * @param details what the error object of a REST answer holds besides, by its name there
     */
    public SalesforceError(
            int status, String errorCode, String message, List<String> fields, Map<String, JsonNode> details) {
        super(message, null, false, false);
        this.details = Map.copyOf(details);
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

    /** What the error object of a REST answer holds besides, by its name there. */
    public Map<String, JsonNode> details() {
        return details;
    }

    /** The fields at fault, which may be none. */
    public List<String> fields() {
        return fields;
    }
}
