package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parley.sandbox.records.Ids;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code composite/sobjects}: up to 200 records in one request, each with its own result. */
final class CollectionResource implements Resource {
    static final int MOST_RECORDS = 200;
    private static final int MOST_RETRIEVED_BY_GET = 2000;

    private final UpsertCollection upsert = new UpsertCollection();

    @Override
    public Reply answer(Request request, Context context) {
        return switch (request.path().size()) {
            case 2 -> change(request, context);
            case 3 -> retrieve(request, context, context.type(request.segment(2)));
            case 4 -> upsert.answer(request, context);
            default -> throw Refusals.notFound();
        };
    }

    private static Reply change(Request request, Context context) {
        return switch (request.method()) {
            case "POST" -> insert(request, context);
            case "PATCH" -> update(request, context);
            case "DELETE" -> delete(request, context);
            default -> throw Refusals.method(request.method(), "POST", "PATCH", "DELETE");
        };
    }

    private static Reply insert(Request request, Context context) {
        List<Draft> drafts = CollectionBody.drafts(request, context);
        return Bulk.each(context, drafts, CollectionBody.allOrNone(request), draft -> {
            RecordFaults.mayFail(context, draft);
            return RecordResult.saved(context.saver().insert(draft));
        });
    }

    private static Reply update(Request request, Context context) {
        List<Draft> drafts = CollectionBody.drafts(request, context);
        return Bulk.each(context, drafts, CollectionBody.allOrNone(request), draft -> {
            RecordFaults.mayFail(context, draft);
            String id = target(context, draft.type(), draft.id());
            context.saver().update(id, new Draft(draft.type(), null, draft.values(), draft.links()));
            return RecordResult.saved(id);
        });
    }

    private static Reply delete(Request request, Context context) {
        List<String> ids = ids(request.parameter("ids"));
        CollectionBody.requireAtMost(MOST_RECORDS, ids.size());
        boolean allOrNone = request.parameter("allOrNone").equals("true");
        return Bulk.each(context, ids, allOrNone, id -> {
            context.mayFail(id);
            SObjectType type = Optional.of(id)
                    .filter(Ids::isWellFormed)
                    .flatMap(context.schema()::ofId)
                    .orElseThrow(() -> SalesforceError.badRequest("MALFORMED_ID", "malformed id " + id));
            String found = target(context, type, id);
            context.saver().delete(type, found);
            return RecordResult.saved(found);
        });
    }

    /** The id of the record that a result can be about, or the refusal in a collection's words. */
    static String target(Context context, SObjectType type, String id) {
        if (id == null) {
            throw SalesforceError.badRequest("MISSING_ARGUMENT", "Id not specified in an update call");
        }
        if (!Ids.isWellFormed(id) || !id.startsWith(type.keyPrefix())) {
            throw SalesforceError.badRequest(
                    "MALFORMED_ID", type.label() + " ID: id value of incorrect type: " + id, "Id");
        }
        SObject record = context.transaction()
                .byId(id)
                .orElseThrow(
                        () -> SalesforceError.badRequest("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (record.isDeleted()) {
            throw SalesforceError.badRequest("ENTITY_IS_DELETED", "entity is deleted");
        }
        return record.id();
    }

    private static Reply retrieve(Request request, Context context, SObjectType type) {
        boolean inBody = request.method().equals("POST");
        if (!inBody && !request.method().equals("GET")) {
            throw Refusals.method(request.method(), "GET", "POST");
        }
        List<String> ids = inBody ? texts(request.body().path("ids")) : ids(request.parameter("ids"));
        String names = inBody ? String.join(",", texts(request.body().path("fields"))) : request.parameter("fields");
        CollectionBody.requireAtMost(MOST_RETRIEVED_BY_GET, ids.size());
        if (names.isBlank()) {
            throw SalesforceError.badRequest("MISSING_ARGUMENT", "The required argument 'fields' is missing");
        }
        List<Field> fields = RecordJson.fields(type, names);
        ArrayNode body = Reply.JSON.arrayNode();
        ids.forEach(id -> body.add(live(context, type, id)
                .map(record -> RecordJson.of(record, fields, request.base()))
                .orElse(null)));
        return Reply.ok(body);
    }

    private static Optional<SObject> live(Context context, SObjectType type, String id) {
        return Optional.of(id)
                .filter(Ids::isWellFormed)
                .flatMap(context.records()::byId)
                .filter(record -> !record.isDeleted() && record.type().name().equals(type.name()));
    }

    private static List<String> ids(String list) {
        return Arrays.stream(list.split(","))
                .filter(id -> !id.isBlank())
                .map(String::strip)
                .toList();
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
