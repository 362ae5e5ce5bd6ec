package dev.parley.sandbox.rest;

/** {@code jobs/…}: the Bulk API 2.0. */
final class JobsResource implements Resource {
    private final BulkJobs jobs = new BulkJobs();
    private final Resource ingest = new IngestResource(jobs);
    private final Resource query = new QueryJobResource(jobs);

    @Override
    public Reply answer(Request request, Context context) {
        return switch (request.segment(1)) {
            case "ingest" -> ingest.answer(request, context);
            case "query" -> query.answer(request, context);
            default -> throw Refusals.notFound();
        };
    }
}
