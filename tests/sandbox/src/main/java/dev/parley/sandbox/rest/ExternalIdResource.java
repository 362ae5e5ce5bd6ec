package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.Ids;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.saving.DraftReader;
import dev.parley.sandbox.saving.ValueReader;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;
import java.util.List;
import java.util.Map;

/** {@code sobjects/X/field/value}: one record by an external id; PATCH makes it where it is not there. */
final class ExternalIdResource implements Resource {
    @Override
    public Reply answer(Request request, Context context) {
        SObjectType type = context.type(request.segment(1));
        Field key = key(type, request.segment(2));
        Object value = ValueReader.read(key, Reply.JSON.textNode(request.segment(3)));
        List<SObject> found = find(context, type, key, value);
        if (found.size() > 1) {
            return several(request, found);
        }
        return switch (request.method()) {
            case "GET", "HEAD" -> RowResource.show(request, type, only(found));
            case "PATCH" -> upsert(request, context, found, new Draft.Link(null, type, key, value));
            case "DELETE" -> {
                context.saver().delete(type, only(found).id());
                yield Reply.noContent();
            }
            default -> throw Refusals.method(request.method(), "HEAD", "GET", "PATCH", "DELETE");
        };
    }

    /** The field of that name, if records may be found by it. */
    static Field key(SObjectType type, String name) {
        return type.field(name).filter(DraftReader::isKey).orElseThrow(() -> Refusals.noSuchKey(name));
    }

    /** The records that are not deleted and have that value. */
    static List<SObject> find(Context context, SObjectType type, Field key, Object value) {
        if (key.type() == FieldType.ID && !Ids.isWellFormed((String) value)) {
            return List.of();
        }
        return context.records()
                .withValue(type, key, value)
                .filter(record -> !record.isDeleted())
                .toList();
    }

    private static SObject only(List<SObject> found) {
        return found.stream().findFirst().orElseThrow(Refusals::notFound);
    }

    private static Reply several(Request request, List<SObject> found) {
        ArrayNode urls = Reply.JSON.arrayNode();
        found.forEach(
                each -> urls.add(request.base() + "/sobjects/" + each.type().name() + "/" + each.id()));
        return new Reply(300, urls, Map.of());
    }

    private static Reply upsert(Request request, Context context, List<SObject> found, Draft.Link address) {
        SObjectType type = address.parent();
        Draft draft = context.drafts().read(type, request.body());
        if (draft.values().containsKey(address.key())) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD",
                    "The " + address.key().name() + " field should not be specified in the sobject data.");
        }
        if (!found.isEmpty()) {
            context.saver().update(found.get(0).id(), draft);
            return updated(request, found.get(0).id());
        }
        if (request.parameter("updateOnly").equalsIgnoreCase("true")
                || address.key().type() == FieldType.ID) {
            throw Refusals.notFound();
        }
        String id = context.saver().insert(draft.with(address.key(), address.value()));
        return RowResource.created(request, type, id, request.since(46));
    }

    private static Reply updated(Request request, String id) {
        if (!request.since(46)) {
            return Reply.noContent();
        }
        ObjectNode body = Reply.JSON.objectNode();
        body.put("id", id);
        body.put("success", true);
        body.putArray("errors");
        body.put("created", false);
        return Reply.ok(body);
    }
}
