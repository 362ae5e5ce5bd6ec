package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.List;
import java.util.Map;

/** {@code jobs/query}: a query whose rows are read as CSV, page by page. */
final class QueryJobResource implements Resource {
    private static final int PAGE = 50_000;
    private static final List<String> OPERATIONS = List.of("query", "queryAll");

    private final BulkJobs jobs;

    QueryJobResource(BulkJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Reply answer(Request request, Context context) {
        return switch (request.path().size()) {
            case 2 -> request.method().equals("POST") ? create(request, context) : list(request, context);
            case 3 -> job(request, own(request, context));
            case 4 -> results(request, own(request, context));
            default -> throw Refusals.notFound();
        };
    }

    private BulkJob own(Request request, Context context) {
        BulkJob job = jobs.find(request.segment(2));
        if (!job.userId().equals(context.caller().userId())) {
            throw Refusals.notFound();
        }
        return job;
    }

    private Reply create(Request request, Context context) {
        String operation = request.body().path("operation").asText();
        if (!OPERATIONS.contains(operation)) {
            throw SalesforceError.badRequest("API_ERROR", "Operation '" + operation + "' is not one of " + OPERATIONS);
        }
        Queries queries = context.org().queries();
        Queries.Request question =
                question(context, request.body().path("query").asText(), false);
        queries.checkBulk(question);
        ObjectNode columns = queries.columns(question);
        ObjectNode asked = request.body().deepCopy();
        asked.put("object", columns.path("entityName").asText());
        QueryRows.name(columns.path("columnMetadata"), "", asked.putArray("columns"));
        CsvForm.of(asked);
        BulkJob job = jobs.add(id -> new BulkJob(id, context.caller().userId(), asked, BulkJob.State.UploadComplete));
        Org org = context.org();
        jobs.submit(
                job,
                each -> BulkJobs.as(org, each, as -> {
                    each.done(run(as, each), List.of());
                    return null;
                }));
        return Reply.ok(job.json(request));
    }

    private static List<ObjectNode> run(Context context, BulkJob job) {
        boolean all = job.asked("operation").equals("queryAll");
        return context.org().queries().query(question(context, job.asked("query"), all)).records().stream()
                .map(row -> QueryRows.flat(row, job.columns()))
                .toList();
    }

    private static Queries.Request question(Context context, String soql, boolean all) {
        return new Queries.Request(
                soql, all, context.labelled(), context.caller().sharing(), "62.0");
    }

    private Reply list(Request request, Context context) {
        ObjectNode body = Reply.JSON.objectNode();
        body.put("done", true);
        ArrayNode records = body.putArray("records");
        jobs.all().stream()
                .filter(job ->
                        job.isQuery() && job.userId().equals(context.caller().userId()))
                .forEach(job -> records.add(job.json(request)));
        body.putNull("nextRecordsUrl");
        return Reply.ok(body);
    }

    private Reply job(Request request, BulkJob job) {
        switch (request.method()) {
            case "GET" -> {
                return Reply.ok(job.json(request));
            }
            case "PATCH" -> {
                if (!job.move(BulkJob.State.UploadComplete, BulkJob.State.Aborted)) {
                    throw SalesforceError.badRequest(
                            "INVALIDJOBSTATE", "Changing state from " + job.state() + " to Aborted is not allowed");
                }
                return Reply.ok(job.json(request));
            }
            case "DELETE" -> {
                jobs.remove(job.id());
                return Reply.noContent();
            }
            default -> throw Refusals.method(request.method(), "GET", "PATCH", "DELETE");
        }
    }

    private static Reply results(Request request, BulkJob job) {
        if (!request.segment(3).equals("results")) {
            throw Refusals.notFound();
        }
        if (job.state() != BulkJob.State.JobComplete) {
            throw SalesforceError.badRequest(
                    "INVALIDJOBSTATE", "The job is " + job.state() + ": results are there when it is JobComplete.");
        }
        List<ObjectNode> rows = job.successful();
        int most = number(request.parameter("maxRecords"), PAGE);
        int from = Math.min(rows.size(), number(request.parameter("locator"), 0));
        int to = (int) Math.min(rows.size(), (long) from + most);
        return Reply.csv(
                job.form().write(job.columns(), rows.subList(from, to)),
                Map.of(
                        "Sforce-Locator",
                        to < rows.size() ? String.valueOf(to) : "null",
                        "Sforce-NumberOfRecords",
                        String.valueOf(to - from)));
    }

    private static int number(String text, int otherwise) {
        if (text.isEmpty() || text.equals("null")) {
            return otherwise;
        }
        if (!text.matches("\\d{1,9}")) {
            throw SalesforceError.badRequest("INVALID_QUERY_LOCATOR", "invalid locator or maxRecords: " + text);
        }
        return Integer.parseInt(text);
    }
}
