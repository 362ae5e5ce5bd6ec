package dev.parley.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import dev.parley.mapping.BodyFormat;
import dev.parley.mapping.SourceMapping;
import dev.parley.mapping.Verification.Hmac;
import dev.parley.mapping.Verification.Token;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/**
 * Keeps a call that could not be read, and makes it a call again. The secret in a header or in the query is not kept;
 * one that stands in the body is, as the body is kept as it came.
 */
final class WebhookKeeper {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Unread unread;

    WebhookKeeper(Unread unread) {
        this.unread = unread;
    }

    /** Keeps the whole of it. */
    public void keep(
            @ExchangeProperty("source") SourceMapping source,
            @ExchangeProperty("call") WebhookCall call,
            @Body Unreadable reason) {
        RawBody body = new RawBody(
                source.name(),
                source.body() == BodyFormat.FORM ? FORM : JSON,
                context(source, call).toString(),
                call.bytes(),
                call.receivedAt());
        unread.keep(body, reason.place().orElse(null), reason.getMessage());
    }

    /** Whether bodies of this media type are kept here. */
    boolean keeps(String mediaType) {
        return mediaType.equals(JSON) || mediaType.equals(FORM);
    }

    /** The call that was kept. */
    WebhookCall call(RawBody kept) {
        try {
            JsonNode context = MAPPER.readTree(kept.context());
            return new WebhookCall(
                    kept.source(),
                    kept.mediaType(),
                    kept.bytes(),
                    texts(context.path("headers")),
                    texts(context.path("query")),
                    kept.receivedAt());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept beside a body is no JSON", e);
        }
    }

    private static ObjectNode context(SourceMapping source, WebhookCall call) {
        ObjectNode context = call.context();
        ObjectNode headers = context.withObject("headers");
        headers.remove("authorization");
        headers.remove("cookie");
        if (source.verification() instanceof Hmac hmac) {
            headers.remove(Ascii.toLowerCase(hmac.header()));
        }
        if (source.verification() instanceof Token token) {
            headers.remove(Ascii.toLowerCase(token.header() == null ? "" : token.header()));
            context.withObject("query").remove(token.query() == null ? "" : token.query());
        }
        context.properties().removeIf(part -> !source.uses(part.getKey()));
        return context;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }
}
