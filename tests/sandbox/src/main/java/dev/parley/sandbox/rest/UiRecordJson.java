package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A record in the UI API's shape, made from the row of a query. */
record UiRecordJson(Context context) {
    private static final String MASTER_RECORD_TYPE = "012000000000000AAA";

    /** The record with the fields of that query. */
    ObjectNode of(ObjectNode row, UiQuery query) {
        Set<String> shown = query.paths().stream()
                .map(path -> path.replaceFirst("\\..*", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return record(row, shown);
    }

    private ObjectNode record(ObjectNode row, Set<String> shown) {
        String name = row.at("/attributes/type").asText();
        String url = row.at("/attributes/url").asText();
        Optional<SObjectType> type = context.labelled().find(name);
        ObjectNode record = Reply.JSON.objectNode();
        record.put("apiName", name);
        record.putObject("childRelationships");
        record.put("eTag", Integer.toHexString(row.hashCode()));
        ObjectNode fields = record.putObject("fields");
        row.properties().stream()
                .filter(member -> !member.getKey().equals("attributes"))
                .filter(member ->
                        shown == null || shown.contains(member.getKey().toLowerCase(Locale.ROOT)))
                .forEach(member -> fields.set(member.getKey(), field(type, member.getKey(), member.getValue())));
        record.put("id", url.substring(url.lastIndexOf('/') + 1));
        record.set("lastModifiedById", orNull(row.get("LastModifiedById")));
        record.set("lastModifiedDate", orNull(time(row.get("LastModifiedDate"))));
        record.put("recordTypeId", MASTER_RECORD_TYPE);
        record.putNull("recordTypeInfo");
        record.set("systemModstamp", orNull(time(row.get("SystemModstamp"))));
        record.put("weakEtag", row.path("SystemModstamp").asText().hashCode() & Integer.MAX_VALUE);
        return record;
    }

    private ObjectNode field(Optional<SObjectType> type, String name, JsonNode value) {
        ObjectNode field = Reply.JSON.objectNode();
        if (value instanceof ObjectNode parent && parent.has("attributes")) {
            field.set("displayValue", orNull(parent.get("Name")));
            field.set("value", record(parent, null));
            return field;
        }
        Optional<Field> definition = type.flatMap(found -> found.field(name));
        field.set("displayValue", DisplayValues.of(definition.orElse(null), value));
        field.set("value", DisplayValues.value(definition.orElse(null), value));
        return field;
    }

    private static JsonNode time(JsonNode value) {
        return value == null || value.isNull() ? null : Reply.JSON.textNode(DisplayValues.zulu(value.asText()));
    }

    private static JsonNode orNull(JsonNode value) {
        return value == null ? Reply.JSON.nullNode() : value;
    }
}
