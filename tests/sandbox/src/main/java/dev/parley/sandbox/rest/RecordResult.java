package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;

/** What became of one record of a collection. Its errors name their code otherwise than a REST answer does. */
final class RecordResult {

    private RecordResult() {}

    static ObjectNode saved(String id) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("id", id);
        json.put("success", true);
        json.putArray("errors");
        return json;
    }

    static ObjectNode failed(SalesforceError error) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("success", false);
        json.putArray("errors").add(error(error));
        return json;
    }

    static ObjectNode rolledBack() {
        return failed(SalesforceError.badRequest(
                "ALL_OR_NONE_OPERATION_ROLLED_BACK",
                "Record rolled back because not all records were valid and the request was using AllOrNone header"));
    }

    static ObjectNode error(SalesforceError error) {
        ObjectNode json = Reply.JSON.objectNode();
        json.put("statusCode", error.errorCode());
        json.put("message", error.getMessage());
        error.fields().forEach(json.putArray("fields")::add);
        error.details().forEach(json::set);
        return json;
    }
}
