package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code ui-api/related-list-records/{parent}/{list}}: the records of a related list, page by page. What a GET says in
 * its address a POST may say in its body.
 */
final class UiRelatedListResource implements Resource {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 1999;

    @Override
    public Reply answer(Request asked, Context context) {
        Request request = merged(asked);
        if (!request.parameter("where").isEmpty()) {
            throw SalesforceError.badRequest(
                    "ILLEGAL_QUERY_PARAMETER_VALUE", "The sandbox org does not filter related lists by where.");
        }
        SObject parent = UiRecordResource.visible(context, request.segment(2));
        ChildRelationship list = context.type(parent.type().name())
                .child(request.segment(3))
                .filter(child -> context.schema().find(child.childType()).isPresent())
                .orElseThrow(() -> SalesforceError.notFound(
                        "INVALID_TYPE", "There is no related list " + request.segment(3) + " on " + parent.type()));
        SObjectType type = context.type(list.childType());
        UiQuery query = UiQuery.of(request, context, type);
        List<ObjectNode> rows = query.run(
                request, context, "WHERE " + list.field() + " = '" + parent.id() + "'" + order(request, type));
        return Reply.ok(page(request, context, query, rows, list));
    }

    private static ObjectNode page(
            Request request, Context context, UiQuery query, List<ObjectNode> rows, ChildRelationship list) {
        int size = number(request, "pageSize", PAGE, 1, LARGEST_PAGE);
        int from = Math.min(number(request, "pageToken", 0, 0, Integer.MAX_VALUE), rows.size());
        int to = Math.min(rows.size(), from + size);
        ObjectNode body = Reply.JSON.objectNode();
        body.put("count", to - from);
        body.put("currentPageToken", String.valueOf(from));
        ObjectNode reference = body.putObject("listReference");
        reference.put(
                "parentObjectApiName",
                context.schema().ofId(request.segment(2)).orElseThrow().name());
        reference.put("relatedListId", list.relationshipName());
        reference.put("type", "relatedList");
        token(body, "nextPageToken", to < rows.size() ? to : -1);
        body.put("pageSize", size);
        token(body, "previousPageToken", from > 0 ? Math.max(0, from - size) : -1);
        ArrayNode records = body.putArray("records");
        UiRecordJson json = new UiRecordJson(context);
        rows.subList(from, to).forEach(row -> records.add(json.of(row, query)));
        return body;
    }

    private static void token(ObjectNode body, String name, int at) {
        if (at < 0) {
            body.putNull(name);
        } else {
            body.put(name, String.valueOf(at));
        }
    }

    /** {@code sortBy=-Chat_Conversation__c.Started_At__c,Name} as SOQL's {@code ORDER BY}. */
    private static String order(Request request, SObjectType type) {
        String keys = Arrays.stream(request.parameter("sortBy").split(","))
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .map(key -> key.replaceFirst("^(-?)" + type.name() + "\\.", "$1"))
                .map(key -> key.startsWith("-") ? key.substring(1) + " DESC NULLS LAST" : key + " ASC NULLS FIRST")
                .collect(Collectors.joining(", "));
        return keys.isEmpty() ? "" : " ORDER BY " + keys;
    }

    private static int number(Request request, String name, int otherwise, int least, int most) {
        String text = request.parameter(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
            throw SalesforceError.badRequest(
                    "ILLEGAL_QUERY_PARAMETER_VALUE",
                    "The value '" + text + "' of " + name + " is not between " + least + " and " + most + ".");
        }
        return Integer.parseInt(text);
    }

    private static Request merged(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("POST")) {
            throw Refusals.method(request.method(), "GET", "POST");
        }
        Map<String, String> all = new HashMap<>(request.parameters());
        request.body().properties().forEach(member -> all.put(member.getKey(), text(member.getValue())));
        return new Request("GET", request.version(), request.path(), all, request.body(), request.headers());
    }

    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asText).collect(Collectors.joining(","))
                : value.asText();
    }
}
