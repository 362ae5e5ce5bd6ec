package dev.parley.channel;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/**
 * Stands before the route that receives events, where a body is not read yet: nobody without a token makes the server
 * read one, none grows longer than it may, and all of them together fit into the memory set aside for them.
 */
final class EventGate {

    private static final String MODE = "parley.content-mode";

    private final Senders senders;
    private final HttpProblems problems;
    private final BodyRoom room;

    EventGate(Senders senders, HttpProblems problems, BodyRoom room) {
        this.senders = senders;
        this.problems = problems;
        this.room = room;
    }

    void attach(Router router) {
        router.route("/v1/events").order(-1).handler(this::admit).failureHandler(this::fail);
    }

    private void admit(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            if (!request.method().equals(HttpMethod.POST)) {
                context.response().putHeader(HttpHeaders.ALLOW, "POST");
                throw Problem.of(405, "Events are sent with POST.").exception();
            }
            senders.authenticate(request.getHeader(HttpHeaders.AUTHORIZATION));
            ContentMode mode = ContentMode.of(request.getHeader(HttpHeaders.CONTENT_TYPE));
            context.put(MODE, mode);
            room.reserve(context, mode);
            read(context, mode);
        } catch (ProblemException e) {
            problems.refuse(context, e.problem());
        }
    }

    private static void read(RoutingContext context, ContentMode mode) {
        if (context.request().version() == HttpVersion.HTTP_2) {
            // Camel's own handler cannot follow another one there. HTTP/2 itself holds a body to its declared length
            // (RFC 9113 section 8.1.1); for an undeclared one there is the server's limit.
            context.next();
        } else {
            BodyHandler.create(false).setBodyLimit(mode.mostBytes()).handle(context);
        }
    }

    private void fail(RoutingContext context) {
        problems.fail(context, context.get(MODE), room.bodyWithin());
    }
}
