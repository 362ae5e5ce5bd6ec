package dev.parley.sandbox.rest;

import dev.parley.sandbox.login.Sessions;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** {@code /services/data/…}: takes requests off the network and puts the answers back. */
public final class ApiRoutes {
    private final Vertx vertx;
    private final ApiCalls calls;

    /** The routes of that org, for those who have a session. */
    public ApiRoutes(Vertx vertx, Org org, Sessions sessions) {
        this.vertx = vertx;
        this.calls = new ApiCalls(org, sessions);
    }

    /** Adds them to the router. */
    public void mount(Router router) {
        router.routeWithRegex("/+services/data(/.*)?").handler(this::handle);
    }

    private void handle(RoutingContext context) {
        Exchange exchange = Exchange.of(context);
        vertx.executeBlocking(() -> calls.answer(exchange), false)
                .onSuccess(answer -> later(answer.aftermath().delayMs(), () -> send(context, answer)))
                .onFailure(context::fail);
    }

    private void later(long delayMs, Runnable act) {
        if (delayMs > 0) {
            vertx.setTimer(delayMs, timer -> act.run());
        } else {
            act.run();
        }
    }

    private static void send(RoutingContext context, ApiCalls.Answer answer) {
        if (answer.aftermath().drops()) {
            context.request().connection().close();
            return;
        }
        Reply reply = answer.reply();
        context.response().setStatusCode(reply.status());
        reply.headers().forEach(context.response()::putHeader);
        if (answer.html() != null) {
            context.response()
                    .putHeader("Content-Type", "text/html;charset=UTF-8")
                    .end(answer.html());
        } else if (reply.body() == null) {
            context.response().end();
        } else if (reply.headers().containsKey("Content-Type")) {
            context.response().end(reply.body().asText());
        } else {
            context.response()
                    .putHeader("Content-Type", "application/json;charset=UTF-8")
                    .end(reply.body().toString());
        }
    }
}
