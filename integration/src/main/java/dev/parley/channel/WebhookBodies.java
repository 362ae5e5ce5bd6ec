package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.net.MediaType;
import dev.parley.mapping.BodyFormat;
import dev.parley.mapping.SourceMapping;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;

/** Parses the bodies of webhooks, strictly and within bounds. */
final class WebhookBodies {

    /** The longest body, in bytes. */
    static final int MOST_BYTES = 1 << 20;

    private static final int MOST_FIELDS = 1_000;

    private final StrictJson json = new StrictJson(ContentMode.STRUCTURED, 1);

    /**
     * What the expressions of a source file see: {@code body}, {@code headers} and {@code query}.
     *
     * @throws ProblemException 400 with a pointer to where it stops being what it should be, 413 for too many values, 415
     *     for another charset than UTF-8
     */
    public ObjectNode read(@ExchangeProperty("source") SourceMapping source, @Body WebhookCall call) {
        requireUtf8(call.contentType());
        ObjectNode scope = call.context();
        scope.set("body", source.body() == BodyFormat.FORM ? form(call.bytes()) : json(call.bytes()));
        return scope;
    }

    private JsonNode json(byte[] bytes) {
        return json.read(bytes).get(0);
    }

    /** The last value of each name (WHATWG URL section 5.1). */
    private static ObjectNode form(byte[] bytes) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            // The decoder stops at its maximum without a word: one more tells that there are too many.
            var parameters =
                    new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_FIELDS + 1, true).parameters();
            if (parameters.values().stream().mapToInt(List::size).sum() > MOST_FIELDS) {
                throw Problem.of(413, "A form may have at most " + MOST_FIELDS + " fields.")
                        .exception();
            }
            parameters.forEach((name, values) -> fields.put(name, values.get(values.size() - 1)));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw Problem.invalid("", "The body is no well-formed application/x-www-form-urlencoded.")
                    .exception();
        }
        return fields;
    }

    private static void requireUtf8(String contentType) {
        try {
            if (contentType == null
                    || MediaType.parse(contentType.strip()).parameters().get("charset").stream()
                            .allMatch(name -> Charset.forName(name).equals(StandardCharsets.UTF_8))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // No media type, or a charset that does not exist.
        }
        throw Problem.of(415, "Content-Type must be that of the body, with no charset but UTF-8.")
                .exception();
    }
}
