package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One request of a composite or of a graph, as it stands there: references in its URL and body are not resolved yet.
 */
record Subrequest(String method, String url, String referenceId, JsonNode body, Map<String, String> headers) {
    private static final Pattern REFERENCE_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_]*");

    static Subrequest of(JsonNode json) {
        String referenceId = json.path("referenceId").asText();
        if (!REFERENCE_ID.matcher(referenceId).matches()) {
            throw Refusals.invalid("Provided referenceId ('" + referenceId + "') must start with a letter or a number,"
                    + " and it can contain only letters, numbers and underscores ('_').");
        }
        Map<String, String> headers = new HashMap<>();
        json.path("httpHeaders")
                .properties()
                .forEach(entry -> headers.put(
                        entry.getKey().toLowerCase(Locale.ROOT),
                        entry.getValue().asText()));
        return new Subrequest(
                json.path("method").asText().toUpperCase(Locale.ROOT),
                json.path("url").asText(),
                referenceId,
                json.path("body"),
                headers);
    }

    /** The names of the subrequests whose answers it needs. */
    Set<String> needs() {
        return References.names(url, body);
    }

    /** Whether it is one of the dearer kinds, of which a composite may have five: queries and collections. */
    boolean isQueryOrCollection() {
        return url.matches(".*/v\\d+\\.0/(query|queryAll|composite/sobjects)([/?].*)?");
    }

    /** The request it is once its references are resolved. */
    Request resolve(References references) {
        ApiPath path = ApiPath.of(references.resolve(url)).orElseThrow(Refusals::notFound);
        return new Request(
                method, path.version(), path.segments(), path.parameters(), references.resolve(body), headers);
    }

    /** The answer in the shape of a composite's. */
    ObjectNode result(Reply reply) {
        ObjectNode json = Reply.JSON.objectNode();
        json.set("body", reply.body());
        ObjectNode headerNode = json.putObject("httpHeaders");
        reply.headers().forEach(headerNode::put);
        json.put("httpStatusCode", reply.status());
        json.put("referenceId", referenceId);
        return json;
    }

    /** The answer to one that was not tried, or taken back, because another failed. */
    ObjectNode halted() {
        return result(Reply.error(SalesforceError.badRequest(
                "PROCESSING_HALTED",
                "The transaction was rolled back since another operation in the same transaction failed.")));
    }
}
