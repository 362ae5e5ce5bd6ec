package dev.parley.channel;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;

/**
 * Listens at the port in place of the server that Camel makes, which answers what is no HTTP without saying why: servers
 * of one Vert.x share a port, and once Camel's has closed, this one has it alone. It ends with Camel's Vert.x, and what
 * it lets in is answered by the same router.
 */
final class HttpDoor {

    private static final Duration OPENS_WITHIN = Duration.ofSeconds(10);
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final int KIB = 1 << 10;

    private static final Problem NO_ADDRESS = Problem.of(
            400, "The address holds a % without two hexadecimal digits behind it; %25 stands for the sign itself.");

    private static final Problem NO_BOUNDARY =
            Problem.of(400, "The Content-Type of a body in parts must name its boundary; send JSON instead.");

    /** What they say of their content's type, Vert.x would take for a form and fail on. */
    private static final Set<HttpMethod> NO_BODY = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final HttpServerOptions options = new HttpServerOptions();
    private final HttpProblems problems;

    HttpDoor(HttpProblems problems) {
        this.problems = problems;
    }

    /** @throws IllegalStateException if it cannot be opened */
    void open(VertxPlatformHttpServer camel) {
        HttpServer before = camel.getServer();
        Handler<HttpServerRequest> router = before.requestHandler();
        try {
            listen(camel, router)
                    .compose(open -> before.close())
                    // A port that the system chose (0) is shared by none: there Camel's goes first.
                    .recover(taken -> before.close()
                            .compose(closed -> listen(camel, router).mapEmpty()))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(OPENS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("nothing can listen at port " + camel.getPort(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the server was starting", e);
        }
    }

    private Future<HttpServer> listen(VertxPlatformHttpServer camel, Handler<HttpServerRequest> router) {
        return camel.getVertx()
                .createHttpServer(options)
                .requestHandler(admitting(router))
                .invalidRequestHandler(request -> problems.refuse(request, problem(request)))
                .listen(camel.getPort(), camel.getHost());
    }

    private Handler<HttpServerRequest> admitting(Handler<HttpServerRequest> router) {
        return request -> {
            if (NO_BODY.contains(request.method())) {
                request.headers().remove(HttpHeaders.CONTENT_TYPE);
            }
            if (BROKEN_ESCAPE.matcher(request.uri()).find()) {
                problems.refuse(request, NO_ADDRESS);
            } else if (isBoundless(request.getHeader(HttpHeaders.CONTENT_TYPE))) {
                problems.refuse(request, NO_BOUNDARY);
            } else {
                router.handle(request);
            }
        };
    }

    /** Of a form in parts that does not say what stands between the parts (RFC 2046 section 5.1.1). */
    private static boolean isBoundless(String type) {
        String lower = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return lower.startsWith("multipart/") && !lower.contains("boundary=");
    }

    private Problem problem(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            return Problem.of(414, "The address may have at most " + options.getMaxInitialLineLength() / KIB + " KiB.");
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return Problem.of(
                    431, "All headers together may have at most " + options.getMaxHeaderSize() / KIB + " KiB.");
        }
        return Problem.of(
                400, "The request is no well-formed HTTP; look at its first line, its headers and its Content-Length.");
    }
}
