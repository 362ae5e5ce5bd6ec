package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code composite/tree/X}: makes records with the records below them, all of them or none. */
final class TreeResource implements Resource {
    private static final int DEEPEST = 5;

    /** A record to be made, under its parent. */
    private record Node(String referenceId, SObjectType type, ObjectNode fields, Node parent, String byField) {}

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("POST")) {
            throw Refusals.method(request.method(), "POST");
        }
        SObjectType type = context.type(request.segment(2));
        List<Node> nodes = new ArrayList<>();
        request.body().path("records").forEach(json -> collect(context, json, type, null, null, nodes));
        CollectionBody.requireAtMost(CollectionResource.MOST_RECORDS, nodes.size());
        int start = context.transaction().mark();
        ArrayNode made = Reply.JSON.arrayNode();
        IdentityHashMap<Node, String> ids = new IdentityHashMap<>();
        for (Node node : nodes) {
            try {
                String id = context.saver().insert(draft(context, node, ids));
                ids.put(node, id);
                made.addObject().put("referenceId", node.referenceId()).put("id", id);
            } catch (SalesforceError refused) {
                context.transaction().rollbackTo(start);
                return refusal(node, refused);
            }
        }
        ObjectNode body = Reply.JSON.objectNode();
        body.put("hasErrors", false);
        body.set("results", made);
        return new Reply(201, body, Map.of());
    }

    private static void collect(
            Context context, JsonNode json, SObjectType type, Node parent, String byField, List<Node> nodes) {
        String referenceId = json.path("attributes").path("referenceId").asText();
        ObjectNode fields = Reply.JSON.objectNode();
        Node node = new Node(referenceId, type, fields, parent, byField);
        if (referenceId.isEmpty() || depth(node) > DEEPEST) {
            throw Refusals.invalid(
                    "A record of a tree needs attributes.referenceId and stands at most " + DEEPEST + " levels deep.");
        }
        nodes.add(node);
        json.properties().forEach(entry -> {
            Optional<ChildRelationship> child = type.child(entry.getKey());
            if (child.isPresent() && entry.getValue().has("records")) {
                SObjectType childType = context.type(child.get().childType());
                entry.getValue()
                        .get("records")
                        .forEach(below -> collect(
                                context, below, childType, node, child.get().field(), nodes));
            } else {
                fields.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static int depth(Node node) {
        return node.parent() == null ? 1 : 1 + depth(node.parent());
    }

    private static Draft draft(Context context, Node node, IdentityHashMap<Node, String> ids) {
        Draft draft = context.drafts().read(node.type(), node.fields());
        if (node.parent() == null) {
            return draft;
        }
        Field field = node.type().field(node.byField()).orElseThrow();
        return draft.with(field, ids.get(node.parent()));
    }

    private static Reply refusal(Node node, SalesforceError refused) {
        ObjectNode body = Reply.JSON.objectNode();
        body.put("hasErrors", true);
        ObjectNode result = body.putArray("results").addObject();
        result.put("referenceId", node.referenceId());
        result.putArray("errors").add(RecordResult.error(refused));
        return new Reply(400, body, Map.of());
    }
}
