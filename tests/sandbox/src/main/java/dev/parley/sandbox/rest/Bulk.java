package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Does one thing to each record of a collection: all of them or none, or each by itself. */
final class Bulk {
    private Bulk() {}

    /**
     * Does it.
     *
     * @param allOrNone whether a record that fails takes the others back
     * @param act what to do to one; it gives the record's result or throws
     */
    static <T> Reply each(Context context, List<T> records, boolean allOrNone, Function<T, ObjectNode> act) {
        int start = context.transaction().mark();
        List<ObjectNode> results = new ArrayList<>(records.size());
        boolean failed = false;
        for (T record : records) {
            int mark = context.transaction().mark();
            try {
                results.add(act.apply(record));
            } catch (SalesforceError refused) {
                context.transaction().rollbackTo(mark);
                results.add(RecordResult.failed(refused));
                failed = true;
            }
        }
        if (failed && (allOrNone || context.isAllOrNone())) {
            context.transaction().rollbackTo(start);
            results.replaceAll(result -> result.get("success").booleanValue() ? RecordResult.rolledBack() : result);
        }
        ArrayNode body = Reply.JSON.arrayNode(results.size());
        results.forEach(body::add);
        return Reply.ok(body);
    }
}
