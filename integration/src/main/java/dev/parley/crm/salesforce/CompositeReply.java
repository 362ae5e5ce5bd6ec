package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The answer to one subrequest of a composite.
 *
 * @param status its own HTTP status
 * @param body its own body
 */
record CompositeReply(int status, JsonNode body) {

    /** The answers in the order of the subrequests. */
    static List<CompositeReply> read(String what, JsonNode reply, int parts) {
        Map<String, CompositeReply> byReference = new HashMap<>();
        for (JsonNode part : reply.path("compositeResponse")) {
            byReference.put(
                    part.path("referenceId").asText(),
                    new CompositeReply(part.path("httpStatusCode").asInt(), part.path("body")));
        }
        return IntStream.range(0, parts)
                .mapToObj(i -> present(what, byReference.get(CompositeRequest.referenceId(i))))
                .toList();
    }

    boolean failed() {
        return status < 200 || status >= 300;
    }

    private static CompositeReply present(String what, CompositeReply part) {
        if (part == null) {
            throw new CrmException(Kind.TRANSIENT, what + " was answered without all of its parts", null);
        }
        return part;
    }
}
