package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Change;
import dev.parley.crm.Change.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads Salesforce's change events. */
final class ChangeReader {

    private static final String OWN = "client=parley";
    private static final String HEADER = "ChangeEventHeader";
    private static final String NAME = "Name";
    private static final String ADDRESS = "Address";

    private ChangeReader() {}

    /**
     * One event.
     *
     * @param event the {@code data} of the channel's message
     */
    static Change read(JsonNode event) {
        JsonNode payload = event.path("payload");
        JsonNode header = payload.path(HEADER);
        List<String> ids = new ArrayList<>();
        header.path("recordIds").forEach(id -> ids.add(id.asText()));
        return new Change(
                header.path("entityName").asText(),
                ids.stream().filter(id -> id.length() == 18).toList(),
                kind(header.path("changeType").asText()),
                fields(payload),
                Instant.ofEpochMilli(header.path("commitTimestamp").asLong()),
                header.path("changeOrigin").asText().contains(OWN),
                event.path("event").path("replayId").asLong());
    }

    /** GAP_CREATE and its like tell that something happened but not what; GAP_OVERFLOW not even to whom. */
    private static Kind kind(String type) {
        return switch (type) {
            case "CREATE" -> Kind.CREATED;
            case "UPDATE" -> Kind.UPDATED;
            case "DELETE" -> Kind.DELETED;
            case "UNDELETE" -> Kind.UNDELETED;
            default -> Kind.GAP;
        };
    }

    /** The parts of a person's name and of an address come in one compound field, and are fields of their own. */
    private static ObjectNode fields(JsonNode payload) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        payload.properties().forEach(field -> {
            String name = field.getKey();
            if (field.getValue().isObject() && !name.equals(HEADER)) {
                String prefix = name.endsWith(ADDRESS) ? name.substring(0, name.length() - ADDRESS.length()) : "";
                boolean parts = name.equals(NAME) || name.endsWith(ADDRESS);
                field.getValue()
                        .properties()
                        .forEach(part -> fields.set(parts ? prefix + part.getKey() : part.getKey(), part.getValue()));
            } else if (!name.equals(HEADER)) {
                fields.set(name, field.getValue());
            }
        });
        return fields;
    }
}
