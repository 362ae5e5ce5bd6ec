package dev.parley.sandbox.rest;

/** {@code ui-api/…}: what Lightning components read and write, in the shape that their adapters hand on. */
final class UiResource implements Resource {
    private final Resource records = new UiRecordResource();
    private final Resource lists = new UiRelatedListResource();
    private final Resource objects = new UiObjectResource();

    @Override
    public Reply answer(Request request, Context context) {
        return switch (request.segment(1)) {
            case "records" -> records.answer(request, context);
            case "related-list-records" -> lists.answer(request, context);
            case "object-info" -> objects.answer(request, context);
            default -> throw Refusals.notFound();
        };
    }
}
