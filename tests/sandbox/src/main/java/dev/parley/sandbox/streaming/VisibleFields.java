package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.schema.SObjectType;

/** Leaves of an event what a subscriber may see of the record. */
record VisibleFields(SObjectType type) {
    private static final String HEADER = "ChangeEventHeader";
    private static final String CHANGED = "changedFields";

    /** A copy of the payload without the fields that are not to be seen. */
    ObjectNode of(ObjectNode payload) {
        ObjectNode visible = payload.objectNode();
        payload.properties().forEach(member -> {
            JsonNode value = member.getValue();
            if (member.getKey().equals(HEADER)) {
                visible.set(HEADER, header((ObjectNode) value));
            } else if (value instanceof ObjectNode compound) {
                compound.properties().stream()
                        .filter(part -> sees(member.getKey() + "." + part.getKey()))
                        .forEach(part ->
                                visible.withObject("/" + member.getKey()).set(part.getKey(), part.getValue()));
            } else if (sees(member.getKey())) {
                visible.set(member.getKey(), value);
            }
        });
        return visible;
    }

    private ObjectNode header(ObjectNode header) {
        ObjectNode visible = header.deepCopy();
        ArrayNode changed = visible.putArray(CHANGED);
        header.path(CHANGED).valueStream().filter(path -> sees(path.asText())).forEach(changed::add);
        return visible;
    }

    /** A path is a field, a part of a name such as {@code Name.LastName}, or a part of an address. */
    private boolean sees(String path) {
        String field = path.startsWith("Name.") ? path.substring("Name.".length()) : path.replace("Address.", "");
        return type.field(field).isPresent();
    }
}
