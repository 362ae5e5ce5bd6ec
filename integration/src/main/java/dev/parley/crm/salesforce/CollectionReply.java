package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.WriteResult;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What became of one collection.
 *
 * @param collection what was sent
 * @param results one for each of its records, in their order
 * @param whole true if Salesforce did not come to look at the records one by one
 */
record CollectionReply(RecordCollection collection, List<WriteResult> results, boolean whole) {

    /** These are said of the object type or the user, so they hold for each record by itself. */
    private static final Set<String> OF_ALL = Set.of(
            "API_DISABLED_FOR_ORG",
            "FUNCTIONALITY_NOT_ENABLED",
            "INSUFFICIENT_ACCESS",
            "INSUFFICIENT_ACCESS_OR_READONLY",
            "INVALID_TYPE",
            "METHOD_NOT_ALLOWED",
            "NOT_FOUND");

    static CollectionReply read(RecordCollection collection, CompositeReply reply) {
        List<RecordCollection.Entry> entries = collection.entries();
        if (reply.failed()) {
            WriteResult all = Errors.record(SalesforceError.read(reply.body()));
            return new CollectionReply(collection, Collections.nCopies(entries.size(), all), true);
        }
        List<WriteResult> results = IntStream.range(0, entries.size())
                .mapToObj(i ->
                        one(collection.group(), entries.get(i), reply.body().path(i)))
                .toList();
        return new CollectionReply(collection, results, false);
    }

    /** Whether a single record may have spoiled it for the others: one value that is no JSON date is enough. */
    boolean spoiled() {
        return whole
                && results.size() > 1
                && results.get(0) instanceof WriteResult.Refused refused
                && !OF_ALL.contains(refused.code());
    }

    private static WriteResult one(RecordGroup group, RecordCollection.Entry entry, JsonNode result) {
        if (!result.path("success").asBoolean()) {
            return Errors.record(SalesforceError.read(result.path("errors")));
        }
        boolean insert = group.kind() == RecordGroup.Kind.INSERT;
        return new WriteResult.Written(
                entry.write().target() instanceof Target.ById by
                        ? by.id()
                        : result.path("id").asText(),
                result.path("created").asBoolean(insert));
    }
}
