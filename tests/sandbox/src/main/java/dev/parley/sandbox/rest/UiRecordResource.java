package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.Ids;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.schema.SObjectType;
import java.util.List;
import java.util.Map;

/** {@code ui-api/records}: one record, or several by {@code batch}, with what people read beside each value. */
final class UiRecordResource implements Resource {
    @Override
    public Reply answer(Request request, Context context) {
        if (request.segment(2).equals("batch")) {
            return batch(request, context);
        }
        return switch (request.method() + request.path().size()) {
            case "POST2" -> create(request, context);
            case "GET3" -> Reply.ok(read(request, context, request.segment(2)));
            case "PATCH3" -> update(request, context);
            case "DELETE3" -> {
                SObject record = visible(context, request.segment(2));
                context.saver().delete(context.type(record.type().name()), record.id());
                yield Reply.noContent();
            }
            default -> throw request.path().size() == 2
                    ? Refusals.method(request.method(), "POST")
                    : Refusals.method(request.method(), "GET", "PATCH", "DELETE");
        };
    }

    private static Reply batch(Request request, Context context) {
        ObjectNode body = Reply.JSON.objectNode();
        boolean failed = false;
        ArrayNode results = Reply.JSON.arrayNode();
        for (String id : request.segment(3).split(",")) {
            ObjectNode result = results.addObject();
            try {
                result.set("result", read(request, context, id));
                result.put("statusCode", 200);
            } catch (SalesforceError refused) {
                failed = true;
                result.set("result", Reply.error(refused).body());
                result.put("statusCode", refused.status());
            }
        }
        body.put("hasErrors", failed);
        body.set("results", results);
        return Reply.ok(body);
    }

    private static ObjectNode read(Request request, Context context, String id) {
        SObject record = visible(context, id);
        SObjectType type = context.type(record.type().name());
        return shown(request, context, record.id(), UiQuery.of(request, context, type));
    }

    private static ObjectNode shown(Request request, Context context, String id, UiQuery query) {
        List<ObjectNode> rows = query.run(request, context, "WHERE Id = '" + id + "'");
        return new UiRecordJson(context).of(rows.get(0), query);
    }

    private static Reply create(Request request, Context context) {
        SObjectType type = context.type(request.body().path("apiName").asText());
        Draft draft = context.drafts().read(type, request.body().path("fields"));
        String id = context.saver().insert(draft);
        return new Reply(201, whole(request, context, type, id), Map.of());
    }

    private static Reply update(Request request, Context context) {
        SObject record = visible(context, request.segment(2));
        SObjectType type = context.type(record.type().name());
        context.saver()
                .update(record.id(), context.drafts().read(type, request.body().path("fields")));
        return Reply.ok(whole(request, context, type, record.id()));
    }

    /** What was saved comes back with every field that the user sees. */
    private static ObjectNode whole(Request request, Context context, SObjectType type, String id) {
        Request full = new Request(
                "GET", request.version(), request.path(), Map.of("layoutTypes", "Full"), request.body(), Map.of());
        return shown(request, context, id, UiQuery.of(full, context, type));
    }

    /** The record of that id, or the UI API's own refusal of who may not see it. */
    static SObject visible(Context context, String id) {
        if (!Ids.isWellFormed(id)) {
            throw SalesforceError.badRequest("INVALID_ID_FIELD", "The id '" + id + "' is not valid.");
        }
        SObject record = context.transaction()
                .byId(id)
                .filter(found -> !found.isDeleted())
                .orElseThrow(Refusals::notFound);
        boolean seen = context.schema().find(record.type().name()).isPresent()
                && context.caller().sharing().sees(record);
        if (!seen) {
            throw new SalesforceError(
                    403,
                    "INSUFFICIENT_ACCESS",
                    "You don't have access to this record. Ask your administrator for help or to request access.",
                    List.of());
        }
        return record;
    }
}
