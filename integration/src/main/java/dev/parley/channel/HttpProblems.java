package dev.parley.channel;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;

/** Answers with a problem before any Camel route has seen the request. */
final class HttpProblems {

    /** The sender's doing, and nothing of ours: it went away, or sends what is no HTTP. */
    private static final Problem BROKEN_OFF =
            Problem.of(400, "The body broke off, or was not sent as HTTP has it; send it again.");

    private static final Duration LINGER = Duration.ofSeconds(2);

    private final ChannelMeters meters;

    HttpProblems(ChannelMeters meters) {
        this.meters = meters;
    }

    /** Answers, if nothing was answered yet. */
    void refuse(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        meters.refused(problem);
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.headers().forEach(response::putHeader);
        response.end(problem.toJson().toString());
        lingerOver(context);
    }

    /** Answers a request that nothing else looks at; where the next one of its connection begins is unsure. */
    void refuse(HttpServerRequest request, Problem problem) {
        meters.refused(problem);
        HttpServerResponse response = request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        String text = problem.toJson().toString();
        if (request.version() == HttpVersion.HTTP_2) {
            response.end(text);
        } else {
            response.putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            response.end(text).onComplete(answered -> request.connection().close());
        }
    }

    /** Answers a request that could not be read to its end. */
    void fail(RoutingContext context, BodyLimit limit, Duration bodyWithin) {
        refuse(
                context,
                switch (context.statusCode()) {
                    case 400 -> Problem.of(400, "The request is no well-formed HTTP.");
                    case 408 -> Problem.of(408, "The body took longer than " + bodyWithin.toSeconds() + " s.");
                    case 413 -> limit.tooLong();
                    case 417 -> Problem.of(417, "The only expectation met here is 100-continue.");
                    default -> context.request().isEnded() ? Answers.problem(cause(context)) : BROKEN_OFF;
                });
    }

    private static Throwable cause(RoutingContext context) {
        return Objects.requireNonNullElseGet(
                context.failure(), () -> new IllegalStateException("status " + context.statusCode()));
    }

    /** Closing while the client still sends would take the answer from it: read on for a little, and keep nothing. */
    private static void lingerOver(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.isEnded()) {
            request.handler(nothing -> {}).resume();
            context.vertx().setTimer(LINGER.toMillis(), timer -> {
                if (!request.isEnded()) {
                    request.connection().close();
                }
            });
        }
    }
}
