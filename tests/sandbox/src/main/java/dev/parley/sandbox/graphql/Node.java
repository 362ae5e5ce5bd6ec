package dev.parley.sandbox.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.rest.DisplayValues;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.Reference;
import dev.parley.sandbox.schema.SObjectType;
import graphql.language.Field;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is asked of one record: its fields with value and display value, its parents, its children. */
record Node(Connection connection, List<Field> fields) {

    /** The columns of a query that hold it all. */
    Set<String> columns(SObjectType type) {
        Set<String> columns = new LinkedHashSet<>(Set.of("Id"));
        for (Field field : fields) {
            String name = field.getName();
            Optional<SObjectType> parent = parent(type, name);
            if (type.field(name).isPresent()) {
                columns.add(type.field(name).orElseThrow().name());
            } else if (parent.isPresent()) {
                below(field).columns(parent.get()).forEach(column -> columns.add(name + "." + column));
            } else if (type.child(name).isPresent()) {
                SObjectType child = childType(type.child(name).orElseThrow());
                columns.add("(" + connection.soql(child, name, field) + ")");
            } else if (!isMeta(name)) {
                throw Where.unknown(type, name);
            }
        }
        return columns;
    }

    /** The record in GraphQL's shape. */
    ObjectNode of(SObjectType type, JsonNode row) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (Field field : fields) {
            node.set(field.getResultKey(), member(type, row, field));
        }
        return node;
    }

    private JsonNode member(SObjectType type, JsonNode row, Field asked) {
        String name = asked.getName();
        if (isMeta(name)) {
            return JsonNodeFactory.instance.textNode(type.name());
        }
        if (name.equals("Id")) {
            return row.path("Id");
        }
        Optional<SObjectType> parent = parent(type, name);
        if (type.field(name).isPresent()) {
            return value(type.field(name).orElseThrow(), row, asked);
        } else if (parent.isPresent()) {
            JsonNode above = row.path(name);
            return above.isObject() ? below(asked).of(parent.get(), above) : JsonNodeFactory.instance.nullNode();
        }
        return connection.children(type.child(name).orElseThrow(), asked, row.path(name));
    }

    private JsonNode value(dev.parley.sandbox.schema.Field field, JsonNode row, Field asked) {
        JsonNode value = row.path(field.name());
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (Field part : connection.fragments().fields(asked.getSelectionSet())) {
            shown.set(
                    part.getResultKey(),
                    switch (part.getName()) {
                        case "value" -> DisplayValues.value(field, value);
                        case "displayValue" -> DisplayValues.of(field, value);
                        case "label" -> DisplayValues.of(field, value);
                        default -> throw new GraphQl.Refusal(
                                "Validation error: Field '" + part.getName() + "' of a value is undefined");
                    });
        }
        return shown;
    }

    private Node below(Field field) {
        return new Node(connection, connection.fragments().fields(field.getSelectionSet()));
    }

    private Optional<SObjectType> parent(SObjectType type, String name) {
        return type.parentRelationship(name)
                .flatMap(dev.parley.sandbox.schema.Field::parent)
                .map(Reference::targets)
                .flatMap(targets -> connection.schema().find(targets.get(targets.size() - 1)));
    }

    private SObjectType childType(ChildRelationship child) {
        return connection
                .schema()
                .find(child.childType())
                .orElseThrow(() -> new GraphQl.Refusal("Validation error: " + child.childType() + " is undefined"));
    }

    private static boolean isMeta(String name) {
        return name.equals("ApiName") || name.equals("__typename");
    }
}
