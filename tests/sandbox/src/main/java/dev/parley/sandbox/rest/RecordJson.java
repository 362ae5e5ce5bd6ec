package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.FieldJson;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A record as the row resources show it. */
final class RecordJson {
    private RecordJson() {}

    /** The fields that a comma-separated list names, with the id; all where it is empty. */
    static List<Field> fields(SObjectType type, String names) {
        if (names.isBlank()) {
            return type.fields();
        }
        List<Field> fields = new ArrayList<>();
        Arrays.stream(names.split(","))
                .map(String::strip)
                .map(name -> type.field(name).orElseThrow(() -> noSuchColumn(type, name)))
                .forEach(fields::add);
        type.field("Id").filter(id -> !fields.contains(id)).ifPresent(fields::add);
        return fields;
    }

    static ObjectNode of(SObject record, List<Field> fields, String base) {
        ObjectNode json = Reply.JSON.objectNode();
        String type = record.type().name();
        json.putObject("attributes").put("type", type).put("url", base + "/sobjects/" + type + "/" + record.id());
        fields.forEach(field -> json.set(field.name(), FieldJson.of(record.get(field))));
        return json;
    }

    private static SalesforceError noSuchColumn(SObjectType type, String name) {
        return SalesforceError.badRequest(
                "INVALID_FIELD",
                "No such column '" + name + "' on entity '" + type + "'. If you are attempting to use a custom field,"
                        + " be sure to append the '__c' after the custom field name. Please reference your WSDL or the"
                        + " describe call for the appropriate names.");
    }
}
