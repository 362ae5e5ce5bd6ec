package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code composite/graph}: up to 75 graphs of subrequests, each of which happens as a whole or not at all. */
final class GraphResource implements Resource {
    private static final int MOST_FAILED = 14;

    private final Resources resources;

    GraphResource(Resources resources) {
        this.resources = resources;
    }

    private record Graph(String id, Subrequests nodes) {}

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("POST") || !request.since(50)) {
            throw request.since(50) ? Refusals.method(request.method(), "POST") : Refusals.notFound();
        }
        List<Graph> graphs = read(request.body().path("graphs"));
        GraphLimits.require(graphs.stream().map(graph -> graph.nodes().list()).toList());
        ObjectNode body = Reply.JSON.objectNode();
        ArrayNode results = body.putArray("graphs");
        int failed = 0;
        for (Graph graph : graphs) {
            Subrequests.Outcome outcome = failed > MOST_FAILED
                    ? halted(graph)
                    : graph.nodes().run(context, graph.nodes().list(), true);
            failed += outcome.successful() ? 0 : 1;
            ObjectNode result = results.addObject();
            result.put("graphId", graph.id());
            result.putObject("graphResponse").set("compositeResponse", outcome.results());
            result.put("isSuccessful", outcome.successful());
        }
        return Reply.ok(body);
    }

    private static Subrequests.Outcome halted(Graph graph) {
        ArrayNode results = Reply.JSON.arrayNode();
        graph.nodes().list().stream().map(Subrequest::halted).forEach(results::add);
        return new Subrequests.Outcome(results, false);
    }

    private List<Graph> read(JsonNode array) {
        List<Graph> graphs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode each : array) {
            String id = each.path("graphId").asText();
            if (!id.matches("[A-Za-z0-9][^.]{0,39}") || !ids.add(id)) {
                throw Refusals.invalid("The graphId '" + id + "' must be unique, begin with a letter or a number, have"
                        + " no full stop and at most 40 characters.");
            }
            graphs.add(new Graph(id, Subrequests.of(resources, each.path("compositeRequest"))));
        }
        return graphs;
    }
}
