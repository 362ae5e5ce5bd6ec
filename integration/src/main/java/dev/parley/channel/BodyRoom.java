package dev.parley.channel;

import com.google.common.base.Strings;
import com.google.common.primitives.Longs;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** The memory set aside for the bodies of all requests together, and the time that each has to arrive. */
final class BodyRoom {

    /** What a request takes beside its body. */
    private static final int LEAST = 1 << 10;

    private final Semaphore room;
    private final Duration bodyWithin;

    BodyRoom(ChannelSettings settings) {
        this.room = new Semaphore(settings.bytesInFlight());
        this.bodyWithin = settings.bodyWithin();
    }

    /**
     * Sets memory aside until the request is answered; a body that takes too long fails with 408.
     *
     * @throws ProblemException 413 if the body is too long by its own account, 429 if there is no room just now
     */
    void reserve(RoutingContext context, BodyLimit limit) {
        int bytes = Math.max(LEAST, length(context.request(), limit));
        if (!room.tryAcquire(bytes)) {
            throw Problem.tooMany("Too much is under way at once; send it again.", Duration.ofSeconds(1))
                    .exception();
        }
        long timer = context.vertx().setTimer(bodyWithin.toMillis(), late -> requireBody(context));
        context.addEndHandler(done -> {
            context.vertx().cancelTimer(timer);
            room.release(bytes);
        });
    }

    Duration bodyWithin() {
        return bodyWithin;
    }

    private static int length(HttpServerRequest request, BodyLimit limit) {
        Long declared = Longs.tryParse(Strings.nullToEmpty(request.getHeader(HttpHeaders.CONTENT_LENGTH)));
        if (declared == null || declared < 0) {
            // Sent in chunks: it may become as long as any.
            return limit.mostBytes();
        }
        if (declared > limit.mostBytes()) {
            throw limit.tooLong().exception();
        }
        return declared.intValue();
    }

    private static void requireBody(RoutingContext context) {
        if (!context.request().isEnded()) {
            context.fail(408);
        }
    }
}
