package dev.parley.channel;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * The frames of one WebSocket on their way to the store: in their order, one group after the other, and no more are read
 * while many wait. All but the storing happens on the socket's own event loop.
 */
final class StreamQueue {

    private static final int MOST_WAITING = 256;
    private static final int MOST_WAITING_BYTES = 256 << 10;
    private static final short INTERNAL_ERROR = 1011;

    private final ServerWebSocket socket;
    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final StreamInbox inbox;
    private final Sender sender;
    private final StreamPush push;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private boolean busy;
    private boolean storing;

    StreamQueue(
            ServerWebSocket socket,
            Vertx vertx,
            WorkerExecutor workers,
            StreamInbox inbox,
            Sender sender,
            StreamPush push) {
        this.socket = socket;
        this.vertx = vertx;
        this.workers = workers;
        this.inbox = inbox;
        this.sender = sender;
        this.push = push;
    }

    void add(byte[] frame) {
        waiting.add(frame);
        waitingBytes += frame.length;
        if (waiting.size() >= MOST_WAITING || waitingBytes >= MOST_WAITING_BYTES) {
            socket.pause();
        }
        next();
    }

    /** Whether the silence is ours: frames are being stored, or the sender is made to wait. */
    boolean isStoring() {
        return storing;
    }

    private void next() {
        if (busy || waiting.isEmpty() || socket.isClosed()) {
            return;
        }
        busy = true;
        storing = true;
        Duration delay = sender.delay();
        if (delay.isZero()) {
            List<byte[]> group = take();
            workers.executeBlocking(() -> inbox.receive(sender, group), false).onComplete(this::answer);
        } else {
            vertx.setTimer(delay.toMillis() + 1, waited -> again());
        }
    }

    private List<byte[]> take() {
        List<byte[]> group = new ArrayList<>(waiting);
        waiting.clear();
        waitingBytes = 0;
        socket.resume();
        return group;
    }

    private void answer(AsyncResult<StreamInbox.Outcome> stored) {
        storing = false;
        if (stored.failed() || socket.isClosed()) {
            socket.close(INTERNAL_ERROR);
            return;
        }
        // The next group only once the client has read these: one that never reads gets no further.
        Future<Void> written = Future.succeededFuture();
        push.acknowledged(stored.result().acknowledged());
        for (String answer : stored.result().answers()) {
            written = socket.writeTextMessage(answer);
        }
        written.onComplete(done -> again());
    }

    private void again() {
        busy = false;
        storing = false;
        next();
    }
}
