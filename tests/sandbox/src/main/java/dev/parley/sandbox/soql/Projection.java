package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What of a record a query shows, as JSON: its fields, its parents' fields, its children. Grows while it is built. */
final class Projection {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Org org;
    private final Map<String, Function<SObject, JsonNode>> members = new LinkedHashMap<>();
    private final Map<String, Projection> parents = new LinkedHashMap<>();

    Projection(Org org) {
        this.org = org;
    }

    /** Whether something of that name is already shown. */
    boolean shows(String name) {
        return members.containsKey(name);
    }

    /** Shows one more member, made from the record. */
    void add(String name, Function<SObject, JsonNode> member) {
        members.put(name, member);
    }

    /** What is shown of the record that a reference points to. */
    Projection parent(Field reference) {
        String name = reference.parent().orElseThrow().relationshipName();
        return parents.computeIfAbsent(name, none -> {
            Projection parent = new Projection(org);
            add(name, record -> parent.orNull(Reach.parent(record, reference, org.records())));
            return parent;
        });
    }

    /** The record as a query's answer holds it. */
    ObjectNode of(SObject record) {
        ObjectNode shown = JSON.objectNode();
        String type = record.type().name();
        shown.putObject("attributes")
                .put("type", type)
                .put("url", "/services/data/v" + org.version() + "/sobjects/" + type + "/" + record.id());
        members.forEach((name, member) -> shown.set(name, member.apply(record)));
        return shown;
    }

    private JsonNode orNull(SObject record) {
        return record == null ? JSON.nullNode() : of(record);
    }
}
