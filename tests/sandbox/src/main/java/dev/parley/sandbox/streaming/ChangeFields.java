package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.FieldJson;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The fields of a record as change events write them: names and addresses as compounds of their parts. */
final class ChangeFields {
    private static final Set<String> NEVER = Set.of("Id", "IsDeleted", "SystemModstamp", "MasterRecordId");
    private static final Set<String> NAME_PARTS = Set.of("Salutation", "FirstName", "LastName");
    private static final Set<String> PEOPLE = Set.of("Contact", "Lead");
    private static final List<String> ADDRESSES = List.of("Billing", "Shipping", "Mailing", "Other", "");
    private static final Set<String> ADDRESS_PARTS = Set.of("Street", "City", "State", "PostalCode", "Country");

    private ChangeFields() {}

    /** The fields that differ, in the order of their definition; all that hold something where nothing was before. */
    static List<Field> changed(SObject before, SObject after) {
        return after.type().fields().stream()
                .filter(field -> !NEVER.contains(field.name()))
                .filter(field -> !(field.name().equals("Name") && isPerson(after)))
                .filter(field -> !Objects.equals(before == null ? null : before.get(field), after.get(field)))
                .toList();
    }

    /** Puts a field's value into an event. */
    static void put(ObjectNode payload, SObject record, Field field) {
        String path = path(record, field);
        int dot = path.indexOf('.');
        if (dot < 0) {
            payload.set(path, value(record.get(field)));
        } else {
            payload.withObject("/" + path.substring(0, dot)).set(path.substring(dot + 1), value(record.get(field)));
        }
    }

    /** The field's name in an event, such as {@code Name.LastName}. */
    static String path(SObject record, Field field) {
        String name = field.name();
        if (isPerson(record) && NAME_PARTS.contains(name)) {
            return "Name." + name;
        }
        return ADDRESSES.stream()
                .filter(address -> name.startsWith(address) && ADDRESS_PARTS.contains(name.substring(address.length())))
                .findFirst()
                .map(address -> address + "Address." + name.substring(address.length()))
                .orElse(name);
    }

    private static boolean isPerson(SObject record) {
        return PEOPLE.contains(record.type().name()) || record.isTrue("IsPersonAccount");
    }

    private static JsonNode value(Object value) {
        return value instanceof Instant instant
                ? JsonNodeFactory.instance.textNode(instant.toString().replace("Z", ".000Z"))
                : FieldJson.of(value);
    }
}
