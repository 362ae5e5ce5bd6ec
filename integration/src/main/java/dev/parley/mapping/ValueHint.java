package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a value of the wrong type is likely meant: YAML takes {@code 42} for a number and {@code yes} for a text.
 *
 * @param schema what the value must be
 * @param value what stands in the file
 */
record ValueHint(JsonNode schema, JsonNode value) {
    private static final Map<String, String> TRUTHS =
            Map.of("yes", "true", "on", "true", "no", "false", "off", "false", "true", "true", "false", "false");

    /** What to do about it, behind a colon; empty if that is clear. */
    String howToWrite() {
        boolean plain = value.isNumber() || value.isBoolean();
        if (plain && types().contains("string") && !schema.has("pattern")) {
            return ": put it in quotes";
        }
        boolean quoted = value.isTextual() && value.textValue().matches("-?\\d+(\\.\\d+)?");
        boolean whole =
                types().contains("integer") && quoted && value.textValue().matches("-?\\d+");
        return whole || (quoted && types().contains("number")) ? ": leave the quotes out" : "";
    }

    /** What to write in its place; null if nobody knows. */
    String meant() {
        return value.isTextual() && types().contains("boolean")
                ? TRUTHS.get(value.textValue().toLowerCase(Locale.ROOT))
                : null;
    }

    private Set<String> types() {
        Set<String> types = new TreeSet<>();
        JsonNode named = schema.path("type");
        types.add(named.asText());
        named.forEach(type -> types.add(type.asText()));
        return types;
    }
}
