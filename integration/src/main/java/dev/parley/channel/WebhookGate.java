package dev.parley.channel;

import com.google.common.base.Ascii;
import dev.parley.mapping.SourceMapping;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;

/**
 * Stands where webhooks are sent to: none grows longer than it may, all bodies together fit into the memory set aside
 * for them, and the route gets what was sent as it was sent, byte for byte.
 */
final class WebhookGate implements BodyLimit {

    private static final byte[] NOTHING = new byte[0];

    private final WebhookSources sources;
    private final ProducerTemplate routes;
    private final HttpProblems problems;
    private final ChannelMeters meters;
    private final BodyRoom room;
    private final Clock clock;

    WebhookGate(
            WebhookSources sources,
            ProducerTemplate routes,
            HttpProblems problems,
            ChannelMeters meters,
            BodyRoom room,
            Clock clock) {
        this.sources = sources;
        this.routes = routes;
        this.problems = problems;
        this.meters = meters;
        this.room = room;
        this.clock = clock;
    }

    void attach(Router router) {
        router.route("/v1/webhooks/:source")
                .order(-1)
                .handler(this::admit)
                .failureHandler(context -> problems.fail(context, this, room.bodyWithin()));
    }

    @Override
    public int mostBytes() {
        return WebhookBodies.MOST_BYTES;
    }

    @Override
    public Problem tooLong() {
        return Problem.of(413, "The body of a webhook may have at most " + mostBytes() + " bytes.");
    }

    private void admit(RoutingContext context) {
        try {
            SourceMapping source = sources.find(context.pathParam("source"));
            requireQuery(context);
            switch (context.request().method().name()) {
                case "POST" -> receive(context, source);
                case "GET" -> hand(context, WebhookRoutes.CHALLENGE, NOTHING);
                case "HEAD" -> context.response().end();
                default -> {
                    context.response().putHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
                    throw Problem.of(405, "Webhooks are sent with POST.").exception();
                }
            }
        } catch (ProblemException e) {
            problems.refuse(context, e.problem());
        }
    }

    private void receive(RoutingContext context, SourceMapping source) {
        sources.admit(source);
        room.reserve(context, this);
        context.addEndHandler(done -> {
            if (context.response().getStatusCode() >= 400) {
                meters.webhook(source.name(), "refused");
            }
        });
        HttpServerRequest request = context.request();
        String expectation = request.getHeader(HttpHeaders.EXPECT);
        if (expectation != null && !Ascii.equalsIgnoreCase(expectation, "100-continue")) {
            context.fail(417);
        } else {
            read(context, request);
            if (expectation != null) {
                context.response().writeContinue();
            }
        }
    }

    private void read(RoutingContext context, HttpServerRequest request) {
        Buffer body = Buffer.buffer();
        request.handler(chunk -> {
            if (context.response().ended()) {
                return;
            }
            body.appendBuffer(chunk);
            if (body.length() > mostBytes()) {
                problems.refuse(context, tooLong());
            }
        });
        request.endHandler(end -> {
            if (!context.response().ended()) {
                hand(context, WebhookRoutes.RECEIVE, body.getBytes());
            }
        });
    }

    private void hand(RoutingContext context, String route, byte[] body) {
        try {
            WebhookCall call = call(context, body);
            context.vertx()
                    .executeBlocking(
                            () -> routes.send(
                                    route, exchange -> exchange.getMessage().setBody(call)),
                            false)
                    .onSuccess(done -> answer(context, done))
                    .onFailure(e -> problems.refuse(context, Answers.problem(e)));
        } catch (RuntimeException e) {
            // The server's own handlers would leave the request unanswered, and its room taken.
            problems.refuse(context, Answers.problem(e));
        }
    }

    private WebhookCall call(RoutingContext context, byte[] body) {
        return new WebhookCall(
                context.pathParam("source"),
                context.request().getHeader(HttpHeaders.CONTENT_TYPE),
                body,
                texts(context.request().headers(), true),
                texts(context.queryParams(), false),
                clock.instant());
    }

    /** Before any room is taken; the parameters are kept once they are read. */
    private static void requireQuery(RoutingContext context) {
        try {
            context.queryParams();
        } catch (RuntimeException e) {
            throw Problem.of(400, "The address's parameters are not well-formed.")
                    .exception();
        }
    }

    private static Map<String, String> texts(MultiMap values, boolean anyCase) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(anyCase ? Ascii.toLowerCase(name) : name, value));
        return texts;
    }

    private void answer(RoutingContext context, Exchange done) {
        if (context.response().ended() || context.response().closed()) {
            return;
        }
        Message answer = done.getMessage();
        if (done.getException() != null || answer.getHeader(Exchange.HTTP_RESPONSE_CODE) == null) {
            // The route was stopped, so that nothing in it could answer.
            problems.refuse(
                    context,
                    Answers.problem(Objects.requireNonNullElseGet(
                            done.getException(), () -> new IllegalStateException("the route gave no answer"))));
            return;
        }
        context.response().setStatusCode(answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class));
        answer.getHeaders().forEach((name, value) -> {
            if (!name.startsWith("Camel")) {
                context.response().putHeader(name, value.toString());
            }
        });
        String body = answer.getBody(String.class);
        context.response().end(body == null ? "" : body);
    }
}
