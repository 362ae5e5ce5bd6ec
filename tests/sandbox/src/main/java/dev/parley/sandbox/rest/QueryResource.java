package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code query} and {@code queryAll}: runs SOQL and gives what it found in pages. */
final class QueryResource implements Resource {
    private static final int PAGE = 2000;
    private static final int SMALLEST_PAGE = 200;
    private static final Pattern BATCH_SIZE = Pattern.compile("batchSize *= *(\\d{1,5})");

    private final Cursors cursors = new Cursors("01g9G", 50);
    /** Apart, for a page may hold many of them: none makes that of their parents invalid. */
    private final Cursors ofChildren = new Cursors("01g9C", 5 * PAGE);

    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("GET")) {
            throw Refusals.method(request.method(), "HEAD", "GET");
        }
        if (request.path().size() == 2) {
            return next(request);
        }
        boolean explains = !request.parameter("explain").isEmpty()
                && request.parameter("q").isEmpty();
        if (request.path().size() > 2 || explains) {
            throw Refusals.notFound();
        }
        String soql = request.parameter("q");
        if (soql.isBlank()) {
            throw SalesforceError.badRequest("MALFORMED_QUERY", "SOQL statements cannot be empty or null");
        }
        boolean all = request.segment(0).equals("queryAll");
        Queries queries = context.org().queries();
        Queries.Request asked = new Queries.Request(
                soql, all, context.labelled(), context.caller().sharing(), request.version());
        return request.parameter("columns").equals("true")
                ? Reply.ok(queries.columns(asked))
                : page(request, queries.query(asked), 0, pageSize(request));
    }

    private Reply next(Request request) {
        Cursors.Position at = cursors.find(request.segment(1))
                .or(() -> ofChildren.find(request.segment(1)))
                .orElseThrow(() -> SalesforceError.badRequest("INVALID_QUERY_LOCATOR", "invalid query locator"));
        return page(request, at.result(), at.from(), at.pageSize());
    }

    private Reply page(Request request, Queries.Result result, int from, int pageSize) {
        List<ObjectNode> records = result.records();
        int to = Math.min(records.size(), from + pageSize);
        boolean done = to == records.size();
        ObjectNode body = Reply.JSON.objectNode();
        body.put("totalSize", result.totalSize());
        body.put("done", done);
        if (!done && records.get(0).at("/attributes/type").asText().equals("AggregateResult")) {
            throw SalesforceError.badRequest(
                    "EXCEEDED_ID_LIMIT",
                    "Aggregate query does not support queryMore(), use LIMIT to restrict the results to a single batch");
        }
        String base = request.base() + "/" + request.segment(0) + "/";
        if (!done) {
            body.put("nextRecordsUrl", base + cursors.keep(new Cursors.Position(result, to, pageSize)));
        }
        ArrayNode page = body.putArray("records");
        ChildPages children = new ChildPages(ofChildren, base, pageSize);
        records.subList(from, to).forEach(record -> page.add(children.of(record)));
        return Reply.ok(body);
    }

    private static int pageSize(Request request) {
        Matcher size = BATCH_SIZE.matcher(request.header("Sforce-Query-Options"));
        return size.find() ? Math.max(SMALLEST_PAGE, Math.min(PAGE, Integer.parseInt(size.group(1)))) : PAGE;
    }
}
