package dev.parley.sandbox.rest;

import dev.parley.sandbox.graphql.GraphQl;

/** {@code graphql}: one document, always answered with 200. */
final class GraphQlResource implements Resource {
    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("POST")) {
            throw Refusals.method(request.method(), "POST");
        }
        GraphQl graphQl = new GraphQl(context.labelled(), soql -> context.org()
                .queries()
                .query(new Queries.Request(
                        soql, false, context.labelled(), context.caller().sharing(), request.version())));
        return Reply.ok(graphQl.answer(request.body()));
    }
}
