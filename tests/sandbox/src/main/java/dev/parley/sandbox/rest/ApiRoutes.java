package dev.parley.sandbox.rest;

import dev.parley.sandbox.login.Sessions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;

/** {@code /services/data/…}: takes requests off the network and puts the answers back. */
public final class ApiRoutes {
    private static final int LARGEST_UPLOAD = 50 * 1024 * 1024;

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

    /** Adds what takes files, which has to come before the handler of other bodies. */
    public void mountUploads(Router router) {
        router.postWithRegex("/+services/data/v\\d\\d\\.0/metadata/deployRequest/?")
                .handler(this::receive);
    }

    private void receive(RoutingContext context) {
        String type =
                Optional.ofNullable(context.request().getHeader("Content-Type")).orElse("");
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            context.next();
            return;
        }
        Buffer zip = Buffer.buffer();
        context.request().setExpectMultipart(true);
        context.request()
                .uploadHandler(upload -> upload.handler(chunk -> {
                    if (zip.length() + chunk.length() <= LARGEST_UPLOAD) {
                        zip.appendBuffer(chunk);
                    } else {
                        context.request().connection().close();
                    }
                }));
        context.request().endHandler(all -> answer(context, Exchange.ofUpload(context, zip)));
    }

    private void handle(RoutingContext context) {
        answer(context, Exchange.of(context));
    }

    private void answer(RoutingContext context, Exchange exchange) {
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
