package dev.parley.sandbox.rest;

import dev.parley.sandbox.graphql.GraphQl;
import java.util.Locale;

/** {@code graphql}: one document, always answered with 200. */
final class GraphQlResource implements Resource {
    @Override
    public Reply answer(Request request, Context context) {
        if (!request.method().equals("POST")) {
            throw Refusals.method(request.method(), "POST");
        }
        GraphQl graphQl = new GraphQl(context.schema().in(language(request)), soql -> context.org()
                .queries()
                .query(new Queries.Request(
                        soql, false, context.schema(), context.caller().sharing(), request.version())));
        return Reply.ok(graphQl.answer(request.body()));
    }

    /** Salesforce goes by the user's language; a page that is shown in another one says so with each call. */
    private static String language(Request request) {
        String accepted = request.header("Accept-Language");
        return accepted.isBlank() ? "en" : accepted.replaceFirst("[-_,;].*", "").toLowerCase(Locale.ROOT);
    }
}
