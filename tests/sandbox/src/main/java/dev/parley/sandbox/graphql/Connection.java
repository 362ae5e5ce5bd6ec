package dev.parley.sandbox.graphql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.rest.Queries;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import graphql.language.Field;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Records as edges: of a type, or of the children below another record. */
record Connection(Schema schema, Fragments fragments, Arguments arguments) {
    private static final int PAGE = 10;
    private static final int LARGEST_PAGE = 2_000;

    /** Answers a field of {@code query}, which is named after an object type. */
    JsonNode answer(Field asked, Function<String, Queries.Result> soql) {
        SObjectType type = schema.find(asked.getName())
                .orElseThrow(() -> new GraphQl.Refusal(
                        "Validation error: Field '" + asked.getName() + "' in type 'RecordQuery' is undefined"));
        List<ObjectNode> rows = soql.apply(soql(type, type.name(), asked)).records();
        return page(type, asked, rows);
    }

    /** The query whose rows the edges are; the page is cut from its answer. */
    String soql(SObjectType type, String from, Field asked) {
        Where where = new Where(schema);
        String condition = where.condition(type, arguments.of(asked, "where"));
        String order = where.order(type, arguments.of(asked, "orderBy"));
        return "SELECT " + String.join(", ", node(asked).columns(type)) + " FROM " + from
                + (condition.isEmpty() ? "" : " WHERE " + condition)
                + (order.isEmpty() ? "" : " ORDER BY " + order);
    }

    /** The page of children that a row holds. */
    JsonNode children(ChildRelationship relationship, Field asked, JsonNode subquery) {
        SObjectType type = schema.find(relationship.childType()).orElseThrow();
        List<ObjectNode> rows = StreamSupport.stream(subquery.path("records").spliterator(), false)
                .map(ObjectNode.class::cast)
                .toList();
        return page(type, asked, rows);
    }

    private Node node(Field asked) {
        return fragments.fields(asked.getSelectionSet()).stream()
                .filter(field -> field.getName().equals("edges"))
                .flatMap(edges -> fragments.fields(edges.getSelectionSet()).stream())
                .filter(field -> field.getName().equals("node"))
                .findFirst()
                .map(node -> new Node(this, fragments.fields(node.getSelectionSet())))
                .orElse(new Node(this, List.of()));
    }

    private JsonNode page(SObjectType type, Field asked, List<ObjectNode> rows) {
        int first = arguments.of(asked, "first").asInt(PAGE);
        if (first < 1 || first > LARGEST_PAGE) {
            throw new GraphQl.Refusal("Validation error: 'first' must be between 1 and " + LARGEST_PAGE);
        }
        int from = Math.min(rows.size(), offset(arguments.of(asked, "after")));
        int to = Math.min(rows.size(), from + first);
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        for (Field field : fragments.fields(asked.getSelectionSet())) {
            page.set(
                    field.getResultKey(),
                    switch (field.getName()) {
                        case "edges" -> edges(type, field, node(asked), rows.subList(from, to), from);
                        case "totalCount" -> JsonNodeFactory.instance.numberNode(rows.size());
                        case "pageInfo" -> pageInfo(field, from, to, rows.size());
                        case "__typename" -> JsonNodeFactory.instance.textNode(type.name() + "Connection");
                        default -> throw Where.unknown(type, field.getName());
                    });
        }
        return page;
    }

    private JsonNode edges(SObjectType type, Field asked, Node node, List<ObjectNode> rows, int from) {
        ArrayNode edges = JsonNodeFactory.instance.arrayNode();
        for (int at = 0; at < rows.size(); at++) {
            ObjectNode edge = edges.addObject();
            for (Field field : fragments.fields(asked.getSelectionSet())) {
                edge.set(
                        field.getResultKey(),
                        field.getName().equals("node")
                                ? node.of(type, rows.get(at))
                                : JsonNodeFactory.instance.textNode(cursor(from + at + 1)));
            }
        }
        return edges;
    }

    private JsonNode pageInfo(Field asked, int from, int to, int size) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("hasNextPage", to < size);
        all.put("hasPreviousPage", from > 0);
        all.put("endCursor", to == from ? null : cursor(to));
        all.put("startCursor", to == from ? null : cursor(from + 1));
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        fragments
                .fields(asked.getSelectionSet())
                .forEach(field -> shown.set(field.getResultKey(), all.path(field.getName())));
        return shown;
    }

    private static String cursor(int seen) {
        return Base64.getEncoder().encodeToString(("v1:" + seen).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(JsonNode after) {
        if (after.isMissingNode() || after.isNull()) {
            return 0;
        }
        try {
            String text = new String(Base64.getDecoder().decode(after.asText()), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring("v1:".length()));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException strange) {
            throw new GraphQl.Refusal("Validation error: '" + after.asText() + "' is no cursor");
        }
    }
}
