package dev.parley.channel;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Stands before the route that receives events, where a body is not read yet: nobody without a token makes the server
 * read one, none grows longer than it may, and all of them together fit into the memory set aside for them.
 */
final class EventGate {

    private static final String TIMER = "parley.body-timer";
    private static final String MODE = "parley.content-mode";

    private final Senders senders;
    private final HttpProblems problems;
    private final Semaphore room;
    private final Duration bodyWithin;

    EventGate(Senders senders, HttpProblems problems, ChannelSettings settings) {
        this.senders = senders;
        this.problems = problems;
        this.room = new Semaphore(settings.bytesInFlight());
        this.bodyWithin = settings.bodyWithin();
    }

    void attach(Router router) {
        router.route("/v1/events")
                .order(-1)
                .handler(this::admit)
                .handler(this::pass)
                .failureHandler(this::fail);
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
            reserve(context, mode, length(request, mode));
            read(context, mode);
        } catch (ProblemException e) {
            problems.refuse(context, e.problem());
        }
    }

    private static int length(HttpServerRequest request, ContentMode mode) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        // The server has checked that it is a number; a body sent in chunks may become as long as any.
        long length = declared == null ? mode.mostBytes() : Long.parseLong(declared);
        if (length > mode.mostBytes()) {
            throw mode.tooLong().exception();
        }
        return (int) length;
    }

    private void reserve(RoutingContext context, ContentMode mode, int bytes) {
        if (!room.tryAcquire(bytes)) {
            throw Problem.tooMany("Too much is under way at once; send it again.", Duration.ofSeconds(1))
                    .exception();
        }
        context.addEndHandler(done -> room.release(bytes));
        context.put(MODE, mode);
    }

    private void read(RoutingContext context, ContentMode mode) {
        long timer = context.vertx().setTimer(bodyWithin.toMillis(), late -> context.fail(408));
        context.put(TIMER, timer);
        BodyHandler.create(false).setBodyLimit(mode.mostBytes()).handle(context);
    }

    private void pass(RoutingContext context) {
        cancelTimer(context);
        context.next();
    }

    private void fail(RoutingContext context) {
        cancelTimer(context);
        ContentMode mode = context.get(MODE);
        problems.refuse(
                context,
                switch (context.statusCode()) {
                    case 400 -> Problem.of(400, "The request is no well-formed HTTP.");
                    case 408 -> Problem.of(408, "The body took longer than " + bodyWithin.toSeconds() + " s.");
                    case 413 -> mode.tooLong();
                    case 417 -> Problem.of(417, "The only expectation met here is 100-continue.");
                    default -> Answers.problem(context.failure());
                });
    }

    private static void cancelTimer(RoutingContext context) {
        Long timer = context.remove(TIMER);
        if (timer != null) {
            context.vertx().cancelTimer(timer);
        }
    }
}
