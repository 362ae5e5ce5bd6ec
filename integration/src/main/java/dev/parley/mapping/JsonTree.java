package dev.parley.mapping;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the JSON that comes with the program as a tree. An {@code ObjectMapper} does the same, but what it sets up for
 * objects of all kinds takes as long as half of {@code mappings check}'s other work.
 */
final class JsonTree {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A text that writes itself as JSON: the validator has the words of each {@code enum} written. */
    private static final class Word extends TextNode {
        private static final long serialVersionUID = 1;

        Word(String text) {
            super(text);
        }

        @Override
        public String toString() {
            return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(textValue())) + '"';
        }
    }

    private JsonTree() {}

    static JsonNode read(InputStream text) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            return read(parser, parser.nextToken());
        }
    }

    private static JsonNode read(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Word(parser.getText());
            case VALUE_NUMBER_INT -> JSON.numberNode(parser.getLongValue());
            case VALUE_NUMBER_FLOAT -> JSON.numberNode(parser.getDoubleValue());
            case VALUE_TRUE, VALUE_FALSE -> JSON.booleanNode(parser.getBooleanValue());
            default -> JSON.nullNode();
        };
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = JSON.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            object.set(name, read(parser, parser.nextToken()));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = JSON.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(read(parser, token));
        }
        return array;
    }
}
