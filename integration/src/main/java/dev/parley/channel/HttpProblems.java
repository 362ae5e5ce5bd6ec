package dev.parley.channel;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** Answers with a problem before any Camel route has seen the request. */
final class HttpProblems {

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
