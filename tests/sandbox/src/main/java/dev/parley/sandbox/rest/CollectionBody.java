package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Draft;
import dev.parley.sandbox.saving.DraftReader;
import dev.parley.sandbox.schema.SObjectType;
import java.util.ArrayList;
import java.util.List;

/** The body of a collection request. A record that cannot be understood fails the request as a whole. */
final class CollectionBody {
    private static final int MOST_CHUNKS = 10;

    private CollectionBody() {}

    static boolean allOrNone(Request request) {
        return request.body().path("allOrNone").asBoolean(false);
    }

    /** The records, each of the type that its attributes name. */
    static List<Draft> drafts(Request request, Context context) {
        JsonNode records = request.body().path("records");
        if (!records.isArray()) {
            throw Refusals.invalid("The request needs an array of records.");
        }
        requireAtMost(CollectionResource.MOST_RECORDS, records.size());
        DraftReader reader = context.drafts();
        List<Draft> drafts = new ArrayList<>(records.size());
        int chunks = 0;
        SObjectType last = null;
        for (JsonNode record : records) {
            SObjectType type = type(context, record);
            chunks += type == last ? 0 : 1;
            last = type;
            drafts.add(reader.read(type, record));
        }
        if (chunks > MOST_CHUNKS) {
            throw Refusals.limit("Cannot have more than 10 chunks in a single operation. Please rearrange the data to"
                    + " reduce chunking.");
        }
        return drafts;
    }

    private static SObjectType type(Context context, JsonNode record) {
        String name = record.path("attributes").path("type").asText();
        if (name.isEmpty()) {
            throw SalesforceError.badRequest(
                    "INVALID_INPUT", "Include a type attribute for each record: attributes.type is missing.");
        }
        return context.schema()
                .find(name)
                .orElseThrow(() ->
                        SalesforceError.badRequest("INVALID_TYPE", "sObject type '" + name + "' is not supported."));
    }

    static void requireAtMost(int most, int given) {
        if (given > most) {
            throw Refusals.limit("record limit reached. cannot submit more than " + most + " records in this call");
        }
    }
}
