package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Saves the rows of one job, 200 in a transaction. */
record IngestWork(Org org, BulkJob job) {
    private static final int CHUNK = 200;

    /** Does it all; a row that is refused holds back no other. */
    void run() {
        List<Map<String, String>> rows = job.form().read(job.data());
        for (int from = 0; from < rows.size(); from += CHUNK) {
            List<Map<String, String>> chunk = rows.subList(from, Math.min(rows.size(), from + CHUNK));
            BulkJobs.as(org, job, context -> save(context, chunk));
        }
    }

    private Void save(Context context, List<Map<String, String>> rows) {
        JsonNode results =
                Bulk.each(context, rows, false, row -> one(context, row)).body();
        List<ObjectNode> good = new ArrayList<>();
        List<ObjectNode> bad = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            JsonNode result = results.get(at);
            ObjectNode line = Reply.JSON.objectNode();
            boolean saved = result.get("success").booleanValue();
            line.put("sf__Id", saved ? result.path("id").asText() : rows.get(at).getOrDefault("Id", ""));
            if (saved) {
                line.put("sf__Created", String.valueOf(created(result)));
            } else {
                line.put("sf__Error", error(result.path("errors").path(0)));
            }
            rows.get(at).forEach(line::put);
            (saved ? good : bad).add(line);
        }
        job.done(good, bad);
        return null;
    }

    private boolean created(JsonNode result) {
        return result.path("created").asBoolean(job.asked("operation").equals("insert"));
    }

    /** As the API writes it: code, message and fields. */
    private static String error(JsonNode error) {
        String fields = error.path("fields").valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
        return error.path("statusCode").asText() + ":" + error.path("message").asText() + ":" + fields + " --";
    }

    private ObjectNode one(Context context, Map<String, String> row) {
        SObjectType type = context.type(job.asked("object"));
        Draft draft = context.drafts().read(type, json(type, row));
        RecordFaults.mayFail(context, draft);
        return switch (job.asked("operation")) {
            case "insert" -> RecordResult.saved(context.saver().insert(draft));
            case "update" -> {
                String id = CollectionResource.target(context, type, draft.id());
                context.saver().update(id, new Draft(type, null, draft.values(), draft.links()));
                yield RecordResult.saved(id);
            }
            case "delete" -> {
                String id = CollectionResource.target(context, type, draft.id());
                context.saver().delete(type, id);
                yield RecordResult.saved(id);
            }
            default -> upsert(context, type, draft);
        };
    }

    private ObjectNode upsert(Context context, SObjectType type, Draft draft) {
        Field key = ExternalIdResource.key(type, job.asked("externalIdFieldName"));
        return UpsertCollection.upsert(context, draft, key, UpsertCollection.valueOf(draft, type, key), false);
    }

    /** A cell without text says nothing, {@code #N/A} empties the field; {@code Account.Key__c} names a parent. */
    private static ObjectNode json(SObjectType type, Map<String, String> row) {
        ObjectNode json = Reply.JSON.objectNode();
        row.forEach((column, text) -> {
            int dot = column.indexOf('.');
            if (text == null || text.isEmpty()) {
                return;
            }
            JsonNode value = text.equals("#N/A") ? Reply.JSON.nullNode() : Reply.JSON.textNode(text);
            if (dot < 0) {
                json.set(column, value);
            } else if (type.parentRelationship(column.substring(0, dot)).isPresent()) {
                json.putObject(column.substring(0, dot)).set(column.substring(dot + 1), value);
            } else {
                throw SalesforceError.badRequest("InvalidBatch", "Field name not found : " + column.substring(0, dot));
            }
        });
        return json;
    }
}
