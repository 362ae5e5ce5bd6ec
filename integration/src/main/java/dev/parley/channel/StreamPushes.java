package dev.parley.channel;

import dev.parley.conversation.Audience;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.OwnEvents;
import dev.parley.conversation.OwnEvents.Numbered;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.ServerWebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All open streams, for what is pushed down them: woken after a commit here, and by a slow look for other servers'. */
final class StreamPushes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamPushes.class);

    /** How many events are read at once. */
    private static final int PAGE = 20;

    /** How often it is asked whether another server on the same store has appended something. */
    private static final int LOOK_MILLIS = 2_000;

    private final Source outgoing;
    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final Map<ServerWebSocket, StreamPush> open = new ConcurrentHashMap<>();
    private long timer = -1;
    private volatile long seen;

    StreamPushes(Source outgoing, Vertx vertx, WorkerExecutor workers) {
        this.outgoing = outgoing;
        this.vertx = vertx;
        this.workers = workers;
    }

    /**
     * Where events come from.
     *
     * @param events of Parley's own
     * @param dressing what is said of each
     */
    record Source(OwnEvents events, UnaryOperator<Envelope> dressing) {

        List<Numbered> waiting(long number, Audience audience) {
            return events.waiting(number, audience, PAGE).stream()
                    .map(event -> new Numbered(event.number(), dressing.apply(event.event())))
                    .toList();
        }
    }

    /**
     * The number that a client names.
     *
     * @param text of the parameter, or null for 0
     * @throws ProblemException 400 if it is none
     */
    static long after(String text) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.of(400, "The parameter 'after' is the number of the last event that was heard, from 0 on.")
                    .exception();
        }
        return Long.parseLong(text);
    }

    /** Begins to look what other servers append. */
    void watch() {
        timer = vertx.setPeriodic(LOOK_MILLIS, tick -> look());
    }

    /** On the event loop of the socket. */
    StreamPush begin(ServerWebSocket socket, Audience audience, long after) {
        StreamPush push = new StreamPush(
                socket, vertx.getOrCreateContext(), workers, number -> outgoing.waiting(number, audience), after);
        open.put(socket, push);
        push.wake();
        return push;
    }

    void end(ServerWebSocket socket) {
        open.remove(socket);
    }

    void wake() {
        open.values().forEach(StreamPush::wake);
    }

    private void look() {
        if (open.isEmpty()) {
            return;
        }
        workers.executeBlocking(outgoing.events()::last, false)
                .onSuccess(this::wakeFor)
                .onFailure(failed -> LOG.warn("Parley's own events cannot be looked for; it is tried again", failed));
    }

    private void wakeFor(long last) {
        if (last > seen) {
            seen = last;
            wake();
        }
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }
}
