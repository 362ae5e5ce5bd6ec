package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The subrequests of one composite or one graph, and how they are answered one after the other. */
final class Subrequests {
    private final Resources resources;
    private final List<Subrequest> all;

    private Subrequests(Resources resources, List<Subrequest> all) {
        this.resources = resources;
        this.all = all;
    }

    static Subrequests of(Resources resources, JsonNode array) {
        if (!array.isArray()) {
            throw Refusals.invalid("The request needs an array compositeRequest.");
        }
        List<Subrequest> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode each : array) {
            Subrequest subrequest = Subrequest.of(each);
            if (!names.add(subrequest.referenceId())) {
                throw Refusals.invalid(
                        "The referenceId '" + subrequest.referenceId() + "' is not unique in the request.");
            }
            all.add(subrequest);
        }
        return new Subrequests(resources, all);
    }

    List<Subrequest> list() {
        return List.copyOf(all);
    }

    /**
     * Answers them in that order.
     *
     * @param allOrNone whether one that fails takes the others back
     * @return the results in the order they were asked, and whether all went well
     */
    Outcome run(Context context, List<Subrequest> order, boolean allOrNone) {
        int start = context.transaction().mark();
        References references = new References();
        Map<String, ObjectNode> results = new LinkedHashMap<>();
        String failed = null;
        boolean successful = true;
        for (Subrequest subrequest : order) {
            Reply reply = answer(subrequest, references, context.allOrNone(allOrNone));
            references.put(subrequest.referenceId(), reply.body());
            results.put(subrequest.referenceId(), subrequest.result(reply));
            successful &= !reply.failed();
            if (allOrNone && reply.failedAnywhere()) {
                failed = subrequest.referenceId();
                break;
            }
        }
        if (failed != null) {
            context.transaction().rollbackTo(start);
            results.keySet().retainAll(Set.of(failed));
        }
        ArrayNode inOrder = Reply.JSON.arrayNode();
        all.forEach(each ->
                inOrder.add(results.containsKey(each.referenceId()) ? results.get(each.referenceId()) : each.halted()));
        return new Outcome(inOrder, failed == null && successful);
    }

    record Outcome(ArrayNode results, boolean successful) {}

    private Reply answer(Subrequest subrequest, References references, Context context) {
        int mark = context.transaction().mark();
        try {
            Request request = subrequest.resolve(references);
            context.asks(subrequest.method() + " " + ApiPath.decode(references.resolve(subrequest.url())));
            return resources.answer(request, context.as(Callers.with(context.caller(), request)));
        } catch (SalesforceError refused) {
            context.transaction().rollbackTo(mark);
            return Reply.error(refused);
        }
    }
}
