package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code PATCH composite/sobjects/X/field}: makes or changes up to 200 records by an external id. */
final class UpsertCollection implements Resource {
    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("PATCH")) {
            throw Refusals.method(request.method(), "PATCH");
        }
        SObjectType type = context.type(request.segment(2));
        Field key = ExternalIdResource.key(type, request.segment(3));
        List<Draft> drafts = CollectionBody.drafts(request, context);
        Map<Object, Integer> occurrences = new HashMap<>();
        drafts.forEach(
                draft -> draft.value(key).ifPresent(value -> occurrences.merge(fold(key, value), 1, Integer::sum)));
        boolean updateOnly = request.parameter("updateOnly").equalsIgnoreCase("true");
        return Bulk.each(context, drafts, CollectionBody.allOrNone(request), draft -> {
            RecordFaults.mayFail(context, draft);
            Object value = valueOf(draft, type, key);
            if (value != null && occurrences.getOrDefault(fold(key, value), 0) > 1) {
                throw SalesforceError.badRequest(
                        "DUPLICATE_VALUE", "Duplicate external id specified: " + value, key.name());
            }
            return upsert(context, draft, key, value, updateOnly);
        });
    }

    static Object valueOf(Draft draft, SObjectType type, Field key) {
        if (!draft.type().name().equals(type.name())) {
            throw SalesforceError.badRequest(
                    "INVALID_TYPE", "The record is of type " + draft.type() + ", not " + type + ".");
        }
        if (key.type() == FieldType.ID) {
            return draft.id();
        }
        if (draft.id() != null) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD_FOR_INSERT_UPDATE", "cannot specify Id in an upsert by " + key.name(), "Id");
        }
        return draft.value(key)
                .orElseThrow(() -> SalesforceError.badRequest("MISSING_ARGUMENT", key.name() + " not specified"));
    }

    static ObjectNode upsert(Context context, Draft draft, Field key, Object value, boolean updateOnly) {
        if (key.type() == FieldType.ID) {
            return byId(context, draft);
        }
        List<SObject> found = ExternalIdResource.find(context, draft.type(), key, value);
        if (found.size() > 1) {
            throw SalesforceError.badRequest(
                    "DUPLICATE_EXTERNAL_ID",
                    key.name() + ": more than one record found for external id field: "
                            + found.stream().map(SObject::id).toList(),
                    key.name());
        }
        if (found.isEmpty() && updateOnly) {
            throw SalesforceError.badRequest("NOT_FOUND", "The requested resource does not exist");
        }
        if (found.isEmpty()) {
            return RecordResult.saved(context.saver().insert(draft)).put("created", true);
        }
        context.saver().update(found.get(0).id(), draft);
        return RecordResult.saved(found.get(0).id()).put("created", false);
    }

    private static ObjectNode byId(Context context, Draft draft) {
        if (draft.id() == null) {
            return RecordResult.saved(context.saver().insert(draft)).put("created", true);
        }
        String id = CollectionResource.target(context, draft.type(), draft.id());
        context.saver().update(id, new Draft(draft.type(), null, draft.values(), draft.links()));
        return RecordResult.saved(id).put("created", false);
    }

    private static Object fold(Field key, Object value) {
        return value instanceof String text && !key.is(Field.Trait.CASE_SENSITIVE)
                ? text.toLowerCase(Locale.ROOT)
                : value;
    }
}
