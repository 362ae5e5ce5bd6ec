package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;

/**
 * Makes data such that every database and every CRM can store it: NUL and lone surrogates in its texts become U+FFFD,
 * as Unicode section 3.9 advises, and what has no sound replacement is a fault.
 */
final class WellFormedText {

    private static final char REPLACEMENT = '\uFFFD';
    private static final Set<String> MOMENTS = Set.of("time", "start", "end");

    private final Faults faults;

    WellFormedText(Faults faults) {
        this.faults = faults;
    }

    /** Mends the data in place. */
    void mend(JsonNode data, String pointer) {
        if (data instanceof ObjectNode object) {
            object.properties().forEach(field -> mend(field, pointer + "/" + escaped(field.getKey())));
        } else if (data instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                mendElement(array, i, pointer + "/" + i);
            }
        } else if (data.isFloatingPointNumber() && !Double.isFinite(data.doubleValue())) {
            faults.add(pointer, "is a number too large to be kept");
        }
    }

    private void mend(Map.Entry<String, JsonNode> field, String pointer) {
        if (!isWellFormed(field.getKey())) {
            faults.add(pointer, "has a name with NUL or a lone surrogate in it");
        }
        if (field.getValue().isTextual()) {
            field.setValue(mendedText(field.getKey(), field.getValue()));
        } else {
            mend(field.getValue(), pointer);
        }
    }

    private void mendElement(ArrayNode array, int index, String pointer) {
        if (array.get(index).isTextual()) {
            array.set(index, mendedText("", array.get(index)));
        } else {
            mend(array.get(index), pointer);
        }
    }

    private static JsonNode mendedText(String name, JsonNode node) {
        String text = node.textValue();
        if (MOMENTS.contains(name) && Rfc3339.isLeapSecond(text) && Rfc3339.isMoment(text)) {
            // Instants in Java have no leap seconds, and what reads the data later knows no others.
            return TextNode.valueOf(Rfc3339.parse(text).toString());
        }
        return isWellFormed(text) ? node : TextNode.valueOf(mended(text));
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return text.codePoints().noneMatch(WellFormedText::isBroken);
            }
        }
        return true;
    }

    /** The text with U+FFFD in the place of each NUL and lone surrogate. */
    static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints().forEach(c -> mended.appendCodePoint(isBroken(c) ? REPLACEMENT : c));
        return mended.toString();
    }

    private static boolean isBroken(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
