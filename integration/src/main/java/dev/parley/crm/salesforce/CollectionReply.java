package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.crm.WriteResult;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** What became of the records of one collection. */
final class CollectionReply {

    private CollectionReply() {}

    /** One result for each record, in the order of the collection. */
    static List<WriteResult> read(RecordCollection collection, CompositeReply reply) {
        List<RecordCollection.Entry> entries = collection.entries();
        if (reply.failed()) {
            return Collections.nCopies(entries.size(), Errors.record(SalesforceError.read(reply.body())));
        }
        return IntStream.range(0, entries.size())
                .mapToObj(i ->
                        one(collection.group(), entries.get(i), reply.body().path(i)))
                .toList();
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
