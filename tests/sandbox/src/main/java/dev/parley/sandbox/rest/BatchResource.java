package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code composite/batch}: up to 25 requests that have nothing to do with each other. Each counts as a call. */
final class BatchResource implements Resource {
    private static final int MOST = 25;

    private final Resources resources;

    BatchResource(Resources resources) {
        this.resources = resources;
    }

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("POST")) {
            throw Refusals.method(request.method(), "POST");
        }
        JsonNode requests = request.body().path("batchRequests");
        if (requests.size() > MOST) {
            throw Refusals.limit("The maximum number of subrequests in a batch request is " + MOST + ".");
        }
        List<Request> each = requests.valueStream().map(BatchResource::read).toList();
        boolean haltOnError = request.body().path("haltOnError").asBoolean(false);
        ObjectNode body = Reply.JSON.objectNode();
        boolean failed = false;
        ArrayNode results = Reply.JSON.arrayNode();
        for (Request one : each) {
            Reply reply = failed && haltOnError ? halted() : resources.answerAnyway(one, context);
            failed |= reply.failed();
            results.addObject().put("statusCode", reply.status()).set("result", reply.body());
        }
        body.put("hasErrors", failed);
        body.set("results", results);
        return Reply.ok(body);
    }

    private static Request read(JsonNode json) {
        ApiPath path = ApiPath.of(json.path("url").asText()).orElseThrow(Refusals::notFound);
        return new Request(
                json.path("method").asText().toUpperCase(Locale.ROOT),
                path.version(),
                path.segments(),
                path.parameters(),
                json.path("richInput"),
                Map.of());
    }

    private static Reply halted() {
        return Reply.error(new SalesforceError(
                412,
                "BATCH_PROCESSING_HALTED",
                "Batch processing halted per request because a previous request failed.",
                List.of()));
    }
}
