package dev.parley.channel;

import com.google.common.base.Strings;
import com.google.common.primitives.Longs;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Semaphore;

/**
 * Stands before the route that receives events, where a body is not read yet: nobody without a token makes the server
 * read one, none grows longer than it may, and all of them together fit into the memory set aside for them.
 */
final class EventGate {

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
            reserve(context, mode, length(request, mode));
            read(context, mode);
        } catch (ProblemException e) {
            problems.refuse(context, e.problem());
        }
    }

    private static int length(HttpServerRequest request, ContentMode mode) {
        Long declared = Longs.tryParse(Strings.nullToEmpty(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
        if (declared == null || declared < 0) {
            // Sent in chunks: it may become as long as any.
            return mode.mostBytes();
        }
        if (declared > mode.mostBytes()) {
            throw mode.tooLong().exception();
        }
        return declared.intValue();
    }

    private void reserve(RoutingContext context, ContentMode mode, int bytes) {
        if (!room.tryAcquire(bytes)) {
            throw Problem.tooMany("Too much is under way at once; send it again.", Duration.ofSeconds(1))
                    .exception();
        }
        context.put(MODE, mode);
        long timer = context.vertx().setTimer(bodyWithin.toMillis(), late -> requireBody(context));
        context.addEndHandler(done -> {
            context.vertx().cancelTimer(timer);
            room.release(bytes);
        });
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

    private static void requireBody(RoutingContext context) {
        if (!context.request().isEnded()) {
            context.fail(408);
        }
    }

    private void fail(RoutingContext context) {
        if (context.response().closed() || context.response().ended()) {
            return;
        }
        ContentMode mode = context.get(MODE);
        problems.refuse(
                context,
                switch (context.statusCode()) {
                    case 400 -> Problem.of(400, "The request is no well-formed HTTP.");
                    case 408 -> Problem.of(408, "The body took longer than " + bodyWithin.toSeconds() + " s.");
                    case 413 -> mode.tooLong();
                    case 417 -> Problem.of(417, "The only expectation met here is 100-continue.");
                    default -> Answers.problem(Objects.requireNonNullElseGet(
                            context.failure(), () -> new IllegalStateException("status " + context.statusCode())));
                });
    }
}
