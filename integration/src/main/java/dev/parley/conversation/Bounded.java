package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * What of a value belongs into the folded state, which is read and written again with every event. The event itself
 * keeps all of it.
 */
final class Bounded {

    private static final int USUAL = 16_384;
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_MEMBERS = 40;

    private Bounded() {}

    /** The value itself if it is of a usual size; else the beginning of a text, or of an object's plain members. */
    static JsonNode of(JsonNode value) {
        if (value instanceof TextNode text) {
            return TextNode.valueOf(shortened(text.textValue(), MOST_CHARACTERS));
        }
        if (!value.isContainerNode() || Json.text(value).length() <= USUAL) {
            return value;
        }
        ObjectNode bounded = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            if (bounded.size() < MOST_MEMBERS
                    && member.getValue().isValueNode()
                    && member.getKey().length() <= MOST_CHARACTERS) {
                bounded.set(member.getKey(), of(member.getValue()));
            }
        }
        return bounded;
    }

    /** The first characters of a text; never half a surrogate pair. */
    static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
