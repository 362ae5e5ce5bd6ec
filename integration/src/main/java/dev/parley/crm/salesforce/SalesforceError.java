package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One entry of Salesforce's error arrays, whichever resource it came from.
 *
 * @param code {@code errorCode}, or {@code statusCode} where a collection says it
 * @param message Salesforce's own words, shortened
 * @param fields the fields it names
 * @param duplicateOf ids of the records that a duplicate rule found
 */
record SalesforceError(String code, String message, List<String> fields, List<String> duplicateOf) {

    private static final int LONGEST_MESSAGE = 1_000;

    /** The errors of a body, empty if it is no error array of Salesforce's. */
    static List<SalesforceError> read(JsonNode body) {
        return stream(body).filter(JsonNode::isObject).map(SalesforceError::one).toList();
    }

    private static SalesforceError one(JsonNode error) {
        String code = error.path("errorCode").asText(error.path("statusCode").asText("UNKNOWN_EXCEPTION"));
        return new SalesforceError(
                code, words(error.path("message").asText("")), texts(error.path("fields")), duplicates(error));
    }

    /** A refused query is echoed before the error, with all the values it looks for: only what follows is kept. */
    private static String words(String message) {
        String told =
                message.substring(Math.max(0, message.indexOf("ERROR at Row"))).strip();
        return told.length() > LONGEST_MESSAGE ? told.substring(0, LONGEST_MESSAGE) + "…" : told;
    }

    /** Salesforce writes {@code duplicateResut} in some versions and {@code duplicateResult} in others. */
    private static List<String> duplicates(JsonNode error) {
        return Stream.of("duplicateResut", "duplicateResult")
                .flatMap(spelling -> stream(error.path(spelling).path("matchResults")))
                .flatMap(match -> stream(match.path("matchRecords")))
                .map(match -> match.path("record").path("Id").asText(""))
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return stream(array).map(JsonNode::asText).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
