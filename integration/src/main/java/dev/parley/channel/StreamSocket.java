package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.http.WebSocketFrame;
import java.time.Duration;
import java.util.function.Function;

/** One WebSocket of a chat service: shows its token first, then brings events; ends when it falls silent. */
final class StreamSocket {

    private static final int LONGEST_LOGIN = 4 << 10;
    private static final short GOING_AWAY = 1001;
    private static final short UNSUPPORTED = 1003;
    private static final short POLICY_VIOLATION = 1008;
    private static final short TOO_BIG = 1009;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerWebSocket socket;
    private final Vertx vertx;
    private final Function<Sender, StreamQueue> queues;
    private final Function<byte[], Sender> login;
    private final Duration idle;
    private FrameAssembly assembly = new FrameAssembly(LONGEST_LOGIN);
    private StreamQueue queue;
    private long lastHeard = System.nanoTime();

    StreamSocket(
            ServerWebSocket socket,
            Vertx vertx,
            Function<byte[], Sender> login,
            Function<Sender, StreamQueue> queues,
            Duration idle) {
        this.socket = socket;
        this.vertx = vertx;
        this.login = login;
        this.queues = queues;
        this.idle = idle;
    }

    /**
     * Begins to read.
     *
     * @param sender who it is, or null if the first frame is to say so
     */
    void open(Sender sender, Duration loginWithin, Runnable closed) {
        if (sender != null) {
            welcome(sender);
        }
        long unknown = vertx.setTimer(loginWithin.toMillis(), late -> requireLogin());
        long silence = vertx.setPeriodic(Math.max(1, idle.toMillis() / 3), tick -> requireSignOfLife());
        socket.closeHandler(end -> {
            vertx.cancelTimer(unknown);
            vertx.cancelTimer(silence);
            closed.run();
        });
        // What breaks a socket is seen by its close handler; there is nobody left to tell.
        socket.exceptionHandler(broken -> socket.close(POLICY_VIOLATION));
        socket.frameHandler(this::hear);
    }

    private void hear(WebSocketFrame frame) {
        lastHeard = System.nanoTime();
        try {
            if (frame.isBinary()) {
                socket.close(UNSUPPORTED, "events are text frames");
            } else if (frame.isText() || frame.isContinuation()) {
                byte[] message = assembly.add(frame);
                if (message != null) {
                    hear(message);
                }
            }
        } catch (ProblemException e) {
            refuse(e.problem(), e.problem().status() == 413 ? TOO_BIG : POLICY_VIOLATION);
        }
    }

    private void hear(byte[] message) {
        if (queue == null) {
            welcome(login.apply(message));
        } else {
            queue.add(message);
        }
    }

    private void welcome(Sender sender) {
        assembly = new FrameAssembly(ContentMode.STRUCTURED.mostBytes());
        queue = queues.apply(sender);
    }

    private void requireLogin() {
        if (queue == null) {
            refuse(Problem.of(401, "No token came in time."), POLICY_VIOLATION);
        }
    }

    private void requireSignOfLife() {
        boolean silent = System.nanoTime() - lastHeard > idle.toNanos();
        if (silent && (queue == null || !queue.isStoring())) {
            socket.close(GOING_AWAY, "silent for too long");
        } else {
            socket.writePing(Buffer.buffer());
        }
    }

    private void refuse(Problem problem, short status) {
        JsonNode answer = JSON.createObjectNode().set("error", problem.toJson());
        socket.writeTextMessage(answer.toString());
        socket.close(status);
    }
}
