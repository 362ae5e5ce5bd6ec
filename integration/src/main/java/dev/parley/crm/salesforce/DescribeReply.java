package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.Describe;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** Reads what {@code /sobjects/X/describe} says. */
final class DescribeReply {

    private DescribeReply() {}

    static Describe read(JsonNode reply) {
        Map<String, Describe.Field> fields = new LinkedHashMap<>();
        reply.path("fields").forEach(field -> fields.put(text(field, "name"), field(field)));
        return new Describe(
                text(reply, "name"),
                text(reply, "label"),
                flag(reply, "createable"),
                flag(reply, "updateable"),
                Collections.unmodifiableMap(fields));
    }

    private static Describe.Field field(JsonNode field) {
        boolean createable = flag(field, "createable");
        return new Describe.Field(
                text(field, "name"),
                text(field, "type"),
                field.path("length").asInt(),
                createable,
                flag(field, "updateable"),
                createable && !flag(field, "nillable") && !flag(field, "defaultedOnCreate"),
                flag(field, "externalId"),
                flag(field, "restrictedPicklist"),
                texts(field.path("picklistValues"), value -> flag(value, "active"), "value"),
                StreamSupport.stream(field.path("referenceTo").spliterator(), false)
                        .map(JsonNode::asText)
                        .toList(),
                field.path("relationshipName").asText(null));
    }

    private static List<String> texts(JsonNode array, Predicate<JsonNode> which, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(which)
                .map(node -> text(node, name))
                .toList();
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText();
    }

    private static boolean flag(JsonNode node, String name) {
        return node.path(name).asBoolean();
    }
}
