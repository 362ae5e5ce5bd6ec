package dev.parley.channel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * A request to a webhook's address, as it came.
 *
 * @param source what stands in the address; anything
 * @param contentType the header's value, or null
 * @param bytes the body; empty where there is none
 * @param headers by name in lower case, the last value
 * @param query parameters by name, the last value
 * @param receivedAt when it came
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never changed
record WebhookCall(
        String source,
        String contentType,
        byte[] bytes,
        Map<String, String> headers,
        Map<String, String> query,
        Instant receivedAt) {

    /** What expressions see beside the body. */
    ObjectNode context() {
        ObjectNode context = JsonNodeFactory.instance.objectNode();
        put(context.putObject("headers"), headers);
        put(context.putObject("query"), query);
        return context;
    }

    private static void put(ObjectNode object, Map<String, String> members) {
        members.forEach(object::put);
    }

    /** Nothing of what people wrote, and no signature. */
    @Override
    public String toString() {
        return "WebhookCall[" + bytes.length + " bytes]";
    }
}
