package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Splitter;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;

/** The WebSocket endpoint, on the port that all of Parley has: CloudEvents WebSockets Protocol Binding 1.0. */
final class EventStream implements AutoCloseable {

    private static final String SUBPROTOCOL = "cloudevents.json";
    private static final String OFFERED = "Sec-WebSocket-Protocol";
    private static final Splitter NAMES = Splitter.on(',').trimResults();

    private final Senders senders;
    private final EventReader reader;
    private final StreamInbox inbox;
    private final HttpProblems problems;
    private final ChannelSettings settings;
    private final Semaphore room;
    private final Vertx vertx;
    private final WorkerExecutor workers;
    private final StreamPushes pushes;

    EventStream(
            Senders senders,
            EventReader reader,
            StreamInbox inbox,
            HttpProblems problems,
            ChannelSettings settings,
            StreamPushes.Source outgoing,
            Vertx vertx) {
        this.senders = senders;
        this.reader = reader;
        this.inbox = inbox;
        this.problems = problems;
        this.settings = settings;
        this.room = new Semaphore(settings.streams());
        this.vertx = vertx;
        this.workers = vertx.createSharedWorkerExecutor("parley-stream", settings.streamThreads());
        this.pushes = new StreamPushes(outgoing, vertx, workers);
    }

    void attach(Router router) {
        pushes.watch();
        router.route("/v1/stream").order(-1).handler(this::open);
    }

    /** There may be something to push. */
    void wake() {
        pushes.wake();
    }

    @Override
    public void close() {
        pushes.close();
        workers.close();
    }

    private void open(RoutingContext context) {
        HttpServerRequest request = context.request();
        try {
            requireUpgrade(context);
            requireSubprotocol(context);
            long after = StreamPushes.after(request.getParam("after"));
            String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
            Sender sender = authorization == null ? null : senders.authenticate(authorization);
            if (!room.tryAcquire()) {
                throw Problem.tooMany("Too many streams are open.", settings.loginWithin())
                        .exception();
            }
            upgrade(request, sender, after);
        } catch (ProblemException e) {
            problems.refuse(context, e.problem());
        }
    }

    private void upgrade(HttpServerRequest request, Sender sender, long after) {
        request.pause();
        FrameLimit.refuseCompression(request.connection());
        request.toWebSocket()
                .onSuccess(socket -> {
                    FrameLimit.raise(request.connection(), ContentMode.STRUCTURED.mostBytes());
                    begin(socket, sender, after);
                })
                .onFailure(refused -> room.release());
    }

    private void begin(ServerWebSocket socket, Sender sender, long after) {
        new StreamSocket(
                        socket,
                        vertx,
                        this::login,
                        known -> new StreamQueue(
                                socket, vertx, workers, inbox, known, pushes.begin(socket, known.audience(), after)),
                        settings.idle())
                .open(sender, settings.loginWithin(), () -> end(socket));
    }

    private void end(ServerWebSocket socket) {
        pushes.end(socket);
        room.release();
    }

    private Sender login(byte[] frame) {
        JsonNode token = reader.parse(frame).path("token");
        if (!token.isTextual()) {
            throw Problem.of(401, "The first frame must be {\"token\":\"…\"}.").exception();
        }
        return senders.byToken(token.textValue());
    }

    private static void requireUpgrade(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!request.method().equals(HttpMethod.GET)) {
            context.response().putHeader(HttpHeaders.ALLOW, "GET");
            throw Problem.of(405, "A WebSocket is opened with GET.").exception();
        }
        if (!"websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE))) {
            context.response().putHeader(HttpHeaders.UPGRADE, "websocket");
            throw Problem.of(426, "Open a WebSocket here.").exception();
        }
    }

    /** The server names no subprotocols of its own, so the answer to an offer is put into the handshake here. */
    private static void requireSubprotocol(RoutingContext context) {
        String offered = context.request().getHeader(OFFERED);
        if (offered == null) {
            return;
        }
        if (!NAMES.splitToList(offered).contains(SUBPROTOCOL)) {
            throw Problem.of(400, "The subprotocol of this WebSocket is " + SUBPROTOCOL + ".")
                    .exception();
        }
        context.response().putHeader(OFFERED, SUBPROTOCOL);
    }
}
