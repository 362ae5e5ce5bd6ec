package dev.parley.sandbox.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.schema.SObjectType;

/** {@code sobjects}, {@code sobjects/X} and {@code sobjects/X/describe}: what the org's objects are like. */
final class DescribeResource implements Resource {
    @Override
    public Reply answer(Request request, Context context) {
        boolean isRow = request.path().size() == 2;
        if (!request.method().equals("GET")) {
            throw isRow
                    ? Refusals.method(request.method(), "HEAD", "GET", "POST")
                    : Refusals.method(request.method(), "HEAD", "GET");
        }
        if (request.path().size() == 1) {
            return global(request, context);
        }
        SObjectType type = context.labelledType(request.segment(1));
        if (Modified.notSince(request, context.org().since().get())) {
            return Reply.notModified();
        }
        return isRow ? basic(request, type) : Reply.ok(DescribeJson.full(type, request.base()));
    }

    private static Reply global(Request request, Context context) {
        if (Modified.notSince(request, context.org().since().get())) {
            return Reply.notModified();
        }
        ObjectNode body = Reply.JSON.objectNode();
        body.put("encoding", "UTF-8");
        body.put("maxBatchSize", 200);
        context.labelled().types().stream()
                .map(type -> DescribeJson.brief(type, request.base()))
                .forEach(body.withArray("/sobjects")::add);
        return Reply.ok(body);
    }

    private static Reply basic(Request request, SObjectType type) {
        ObjectNode body = Reply.JSON.objectNode();
        body.set("objectDescribe", DescribeJson.brief(type, request.base()));
        body.putArray("recentItems");
        return Reply.ok(body);
    }
}
