package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a part of an event's data may hold, by {@code events.schema.json}.
 *
 * @param schemas that all hold for it; none where anything may stand
 */
record EventShape(List<JsonNode> schemas) {

    /** The data of a type of event; anything for a type that is not known. */
    static EventShape ofData(String type) {
        return of(Schemas.EVENTS.path("$defs").path(type));
    }

    private static EventShape of(JsonNode schema) {
        List<JsonNode> schemas = new ArrayList<>();
        collect(schema, schemas);
        return new EventShape(List.copyOf(schemas));
    }

    private static void collect(JsonNode schema, List<JsonNode> into) {
        if (schema.isMissingNode()) {
            return;
        }
        into.add(schema);
        if (schema.has("$ref")) {
            collect(Schemas.EVENTS.at(schema.get("$ref").asText().substring(1)), into);
        }
        schema.path("allOf").forEach(part -> collect(part, into));
    }

    /** Names of the members that are known. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        schemas.forEach(schema -> schema.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    /** Names of the members that must be there. */
    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        schemas.forEach(schema -> schema.path("required").forEach(name -> names.add(name.asText())));
        return names;
    }

    /** The member with this name; anything where there is none. */
    EventShape member(String name) {
        List<JsonNode> found = new ArrayList<>();
        schemas.forEach(schema -> collect(schema.path("properties").path(name), found));
        return new EventShape(List.copyOf(found));
    }

    /** The elements of a list. */
    EventShape element() {
        List<JsonNode> found = new ArrayList<>();
        schemas.forEach(schema -> collect(schema.path("items"), found));
        return new EventShape(List.copyOf(found));
    }

    /** Whether members that are not known may be meant to be there. */
    boolean open() {
        return names().isEmpty()
                || schemas.stream()
                        .anyMatch(schema -> schema.path("additionalProperties").asBoolean());
    }

    /** The values that a text may have; empty where it may have any. */
    Set<String> values() {
        Set<String> values = new LinkedHashSet<>();
        schemas.forEach(schema -> schema.path("enum").forEach(value -> values.add(value.asText())));
        return values;
    }

    /** Whether a value of this JSON type may stand here. */
    boolean allows(String type) {
        return types().isEmpty() || types().contains(type);
    }

    /** Whether nothing but text may stand here. */
    boolean textOnly() {
        return types().contains("string") && Set.of("string", "null").containsAll(types());
    }

    private Set<String> types() {
        Set<String> types = new LinkedHashSet<>();
        for (JsonNode schema : schemas) {
            JsonNode type = schema.path("type");
            if (type.isTextual()) {
                types.add(type.asText());
            }
            type.forEach(one -> types.add(one.asText()));
        }
        return types;
    }
}
