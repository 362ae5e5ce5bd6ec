package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code composite}: up to 25 subrequests, of which later ones may use the answers of earlier ones. */
final class CompositeResource implements Resource {
    private static final int MOST = 25;
    private static final int MOST_QUERIES_AND_COLLECTIONS = 5;

    private final Resources resources;

    CompositeResource(Resources resources) {
        this.resources = resources;
    }

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("POST")) {
            throw Refusals.method(request.method(), "POST");
        }
        Subrequests subrequests = Subrequests.of(resources, request.body().path("compositeRequest"));
        requireLimits(subrequests.list());
        boolean allOrNone = request.body().path("allOrNone").asBoolean(false);
        boolean collate = request.body().path("collateSubrequests").asBoolean(request.since(49));
        List<Subrequest> order = collate ? collated(subrequests.list()) : subrequests.list();
        ObjectNode body = Reply.JSON.objectNode();
        body.set("compositeResponse", subrequests.run(context, order, allOrNone).results());
        return Reply.ok(body);
    }

    private static void requireLimits(List<Subrequest> subrequests) {
        if (subrequests.size() > MOST) {
            throw Refusals.limit("The maximum number of subrequests in a composite request is " + MOST + ".");
        }
        long dear = subrequests.stream().filter(Subrequest::isQueryOrCollection).count();
        if (dear > MOST_QUERIES_AND_COLLECTIONS) {
            throw Refusals.limit("The maximum number of queries and sObject collections in a composite request is "
                    + MOST_QUERIES_AND_COLLECTIONS + ".");
        }
    }

    /**
     * The order that collation gives: like subrequests one after the other, those that refer to another after it. An
     * order that is only meant, not referred to, is lost.
     */
    private static List<Subrequest> collated(List<Subrequest> asked) {
        List<Subrequest> order = new ArrayList<>();
        List<Subrequest> left = new ArrayList<>(asked);
        while (!left.isEmpty()) {
            List<String> waiting = left.stream().map(Subrequest::referenceId).toList();
            List<Subrequest> ready = left.stream()
                    .filter(each -> each.needs().stream().noneMatch(waiting::contains))
                    .toList();
            if (ready.isEmpty()) {
                order.addAll(left);
                break;
            }
            Map<String, List<Subrequest>> alike = new LinkedHashMap<>();
            ready.forEach(each ->
                    alike.computeIfAbsent(kind(each), none -> new ArrayList<>()).add(each));
            alike.values().forEach(order::addAll);
            left.removeAll(ready);
        }
        return order;
    }

    private static String kind(Subrequest subrequest) {
        return subrequest.method() + subrequest.url().replaceAll("(/sobjects/[^/?]+).*", "$1");
    }
}
