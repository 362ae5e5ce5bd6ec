package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.Ids;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Map;
import java.util.Set;

/** {@code sobjects/X} and {@code sobjects/X/id}: makes, reads, changes and deletes one record. */
final class RowResource implements Resource {
    /** What Salesforce has beside rows, and this org has not. */
    private static final Set<String> NOT_HERE = Set.of("listviews", "quickActions", "defaultValues", "eventSchema");

    private final Resource byExternalId = new ExternalIdResource();

    @Override
    public Reply answer(Request request, Context context) {
        SObjectType type = context.type(request.segment(1));
        return switch (request.path().size()) {
            case 2 -> create(request, context, type);
            case 3 -> ChangesResource.isMeant(request)
                    ? ChangesResource.answer(request, context, type)
                    : row(request, context, type);
            case 4 -> {
                if (request.segment(2).equals("describe") || Ids.isWellFormed(request.segment(2))) {
                    throw Refusals.notFound();
                }
                yield byExternalId.answer(request, context);
            }
            default -> throw Refusals.notFound();
        };
    }

    private static Reply create(Request request, Context context, SObjectType type) {
        Draft draft = context.drafts().read(type, request.body());
        RecordFaults.mayFail(context, draft);
        String id = context.saver().insert(draft);
        return created(request, type, id, false);
    }

    /** The answer to a record that was made. */
    static Reply created(Request request, SObjectType type, String id, boolean saysCreated) {
        ObjectNode body = Reply.JSON.objectNode();
        body.put("id", id);
        body.put("success", true);
        body.putArray("errors");
        if (saysCreated) {
            body.put("created", true);
        }
        String location = request.base() + "/sobjects/" + type.name() + "/" + id;
        return new Reply(201, body, Map.of("Location", location));
    }

    private static Reply row(Request request, Context context, SObjectType type) {
        String id = request.segment(2);
        if (NOT_HERE.contains(id)) {
            throw Refusals.notFound();
        }
        if (!Ids.isWellFormed(id)) {
            throw Refusals.noSuchKey(id);
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> read(request, context, type, id);
            case "PATCH" -> update(request, context, type, id);
            case "DELETE" -> delete(context, type, id);
            default -> throw Refusals.method(request.method(), "HEAD", "GET", "PATCH", "DELETE");
        };
    }

    private static Reply read(Request request, Context context, SObjectType type, String id) {
        SObject record = context.records()
                .byId(id)
                .filter(found -> found.type().name().equals(type.name()))
                .orElseThrow(Refusals::notFound);
        if (record.isDeleted()) {
            throw SalesforceError.notFound("ENTITY_IS_DELETED", "entity is deleted");
        }
        return show(request, type, record);
    }

    static Reply show(Request request, SObjectType type, SObject record) {
        if (Modified.notSince(request, record)) {
            return Reply.notModified();
        }
        return Reply.ok(RecordJson.of(record, RecordJson.fields(type, request.parameter("fields")), request.base()));
    }

    private static Reply update(Request request, Context context, SObjectType type, String id) {
        Draft draft = context.drafts().read(type, request.body());
        if (draft.id() != null) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD", "The Id field should not be specified in the sobject data.");
        }
        RecordFaults.mayFail(context, draft);
        context.saver().update(id, draft);
        return Reply.noContent();
    }

    private static Reply delete(Context context, SObjectType type, String id) {
        context.saver().delete(type, id);
        return Reply.noContent();
    }
}
