package dev.parley.channel;

import dev.parley.conversation.OwnEvents.Numbered;
import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.ServerWebSocket;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Parley's own events on their way down one WebSocket, in the order of their numbers: a page is read from the store once
 * the one before is written, and none while too many are not acknowledged; so a reader that is slow, or says nothing,
 * holds no more than that in memory. All but the reading happens on the socket's own event loop.
 */
final class StreamPush {

    /** How many may be on their way without acknowledgement. */
    static final int MOST_OPEN = 100;

    private static final short INTERNAL_ERROR = 1011;

    private final ServerWebSocket socket;
    private final Context loop;
    private final WorkerExecutor workers;
    private final LongFunction<List<Numbered>> waiting;
    private final Set<String> open = new HashSet<>();
    private long number;
    private boolean more;
    private boolean busy;

    /**
     * Begins; {@link #wake} makes it look.
     *
     * @param loop of the socket
     * @param waiting what follows on a number
     * @param after the first number that is not pushed is this or lower
     */
    StreamPush(
            ServerWebSocket socket,
            Context loop,
            WorkerExecutor workers,
            LongFunction<List<Numbered>> waiting,
            long after) {
        this.socket = socket;
        this.loop = loop;
        this.workers = workers;
        this.waiting = waiting;
        this.number = after;
    }

    /** There may be something new; from any thread. */
    void wake() {
        loop.runOnContext(now -> {
            more = true;
            next();
        });
    }

    /** The client has these; on the event loop. */
    void acknowledged(Collection<String> ids) {
        ids.forEach(open::remove);
        next();
    }

    private void next() {
        if (busy || !more || open.size() >= MOST_OPEN || socket.isClosed()) {
            return;
        }
        busy = true;
        more = false;
        long from = number;
        workers.executeBlocking(() -> waiting.apply(from), false).onComplete(this::push);
    }

    private void push(AsyncResult<List<Numbered>> read) {
        if (read.failed() || socket.isClosed()) {
            // The client comes again; by then the store may be well.
            socket.close(INTERNAL_ERROR);
            return;
        }
        Future<Void> written = Future.succeededFuture();
        for (Numbered event : read.result()) {
            number = event.number();
            open.add(event.event().id());
            written = socket.writeTextMessage(OwnFrames.text(event));
        }
        more |= !read.result().isEmpty();
        written.onComplete(done -> {
            busy = false;
            next();
        });
    }
}
