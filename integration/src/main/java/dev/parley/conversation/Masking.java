package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of an event what must not be stored anywhere: card numbers, IBANs and pasted secrets. What stands in their
 * place says what it was, so that a reader understands the sentence.
 */
final class Masking {

    /** Keys whose values name things; a Luhn-valid id must stay the id it is. */
    private static final Set<String> NAMES = Set.of("id", "uid", "previousUid", "replyTo", "cannedReplyId", "phone");

    private Masking() {}

    /** The same event without them; the very same object if there are none. */
    static ChatEvent masked(ChatEvent event) {
        ObjectNode data = event.envelope().data();
        JsonNode masked = masked(data);
        return masked.equals(data) ? event : event.withData((ObjectNode) masked);
    }

    private static JsonNode masked(JsonNode node) {
        if (node instanceof ArrayNode array) {
            ArrayNode copy = array.arrayNode(array.size());
            array.forEach(element -> copy.add(masked(element)));
            return copy;
        }
        if (node instanceof ObjectNode object) {
            ObjectNode copy = object.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                copy.set(field.getKey(), NAMES.contains(field.getKey()) ? field.getValue() : masked(field.getValue()));
            }
            return copy;
        }
        // A form may send a card number as a number.
        return node.isTextual() || node.isIntegralNumber() ? maskedValue(node) : node;
    }

    private static JsonNode maskedValue(JsonNode node) {
        String masked = masked(node.asText());
        return masked.equals(node.asText()) ? node : TextNode.valueOf(masked);
    }

    /** The text without card numbers, IBANs and secrets. */
    static String masked(String text) {
        return CardNumber.masked(Iban.masked(Secrets.masked(text)));
    }
}
