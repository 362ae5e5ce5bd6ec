package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.SalesforceError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code jobs/ingest}: many records by CSV, worked on after the upload, each with its own result. */
final class IngestResource implements Resource {
    private static final Set<String> OPERATIONS = Set.of("insert", "update", "upsert", "delete");

    private final BulkJobs jobs;

    IngestResource(BulkJobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public Reply answer(Request request, Context context) {
        return switch (request.path().size()) {
            case 2 -> request.method().equals("POST") ? create(request, context) : list(request, context);
            case 3 -> job(request, context, own(request, context));
            case 4 -> content(request, own(request, context));
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
        String operation = request.body().path("operation").asText().toLowerCase(Locale.ROOT);
        if (operation.equals("harddelete")) {
            throw SalesforceError.badRequest(
                    "FEATURENOTENABLED",
                    "hardDelete operation requires special user profile permission, please contact your system"
                            + " administrator");
        }
        CsvForm.of(request.body());
        if (!OPERATIONS.contains(operation)) {
            throw SalesforceError.badRequest("API_ERROR", "Operation '" + operation + "' is not one of " + OPERATIONS);
        }
        String type = request.body().path("object").asText();
        var found = context.schema()
                .find(type)
                .orElseThrow(() -> SalesforceError.badRequest("INVALIDENTITY", "Unable to find object: " + type));
        if (operation.equals("upsert")) {
            ExternalIdResource.key(
                    found, request.body().path("externalIdFieldName").asText());
        }
        BulkJob job = jobs.add(id -> new BulkJob(id, context.caller().userId(), request.body(), BulkJob.State.Open));
        return Reply.ok(job.json(request));
    }

    private Reply list(Request request, Context context) {
        ObjectNode body = Reply.JSON.objectNode();
        body.put("done", true);
        ArrayNode records = body.putArray("records");
        jobs.all().stream()
                .filter(job ->
                        !job.isQuery() && job.userId().equals(context.caller().userId()))
                .forEach(job -> records.add(job.json(request)));
        body.putNull("nextRecordsUrl");
        return Reply.ok(body);
    }

    private Reply job(Request request, Context context, BulkJob job) {
        switch (request.method()) {
            case "GET" -> {
                return Reply.ok(job.json(request));
            }
            case "PATCH" -> {
                move(request.body().path("state").asText(), job, context.org());
                return Reply.ok(job.json(request));
            }
            case "DELETE" -> {
                jobs.remove(job.id());
                return Reply.noContent();
            }
            default -> throw Refusals.method(request.method(), "GET", "PATCH", "DELETE");
        }
    }

    private void move(String state, BulkJob job, Org org) {
        boolean moved =
                switch (state) {
                    case "UploadComplete" -> job.move(BulkJob.State.Open, BulkJob.State.UploadComplete);
                    case "Aborted" -> job.move(BulkJob.State.Open, BulkJob.State.Aborted)
                            || job.move(BulkJob.State.UploadComplete, BulkJob.State.Aborted);
                    default -> false;
                };
        if (!moved) {
            throw SalesforceError.badRequest(
                    "INVALIDJOBSTATE", "Changing state from " + job.state() + " to " + state + " is not allowed");
        }
        if (state.equals("UploadComplete")) {
            jobs.submit(job, each -> new IngestWork(org, each).run());
        }
    }

    private Reply content(Request request, BulkJob job) {
        if (request.segment(3).equals("batches")) {
            if (!request.method().equals("PUT")) {
                throw Refusals.method(request.method(), "PUT");
            }
            job.upload(request.body().asText());
            return new Reply(201, null, Map.of());
        }
        List<String> columns = job.columns();
        return switch (request.segment(3)) {
            case "successfulResults" -> csv(job.form(), List.of("sf__Id", "sf__Created"), columns, job.successful());
            case "failedResults" -> csv(job.form(), List.of("sf__Id", "sf__Error"), columns, job.failed());
            case "unprocessedrecords" -> csv(job.form(), List.of(), columns, List.of());
            default -> throw Refusals.notFound();
        };
    }

    private static Reply csv(CsvForm form, List<String> first, List<String> columns, List<ObjectNode> rows) {
        List<String> all = new ArrayList<>(first);
        all.addAll(columns);
        return Reply.csv(form.write(all, rows), Map.of());
    }
}
