package dev.parley.sandbox.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** JSON as this package reads and makes it. */
final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Empty where the text is no JSON object. */
    static Optional<ObjectNode> parse(String text) {
        try {
            return MAPPER.readTree(text) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
    }

    /** A file beside this class. */
    static JsonNode resource(String name) {
        try (InputStream file = Json.class.getResourceAsStream(name)) {
            return MAPPER.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A field's text without spaces around it, cut to a length; empty where there is none. */
    static String text(JsonNode from, String field, int longest) {
        String text = from.path(field).asText("").strip();
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Copies a field if it holds any text. */
    static void copy(JsonNode from, ObjectNode to, String field, int longest) {
        String text = text(from, field, longest);
        if (!text.isEmpty()) {
            to.put(field, text);
        }
    }
}
