package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chat service's side of Parley's {@code /v1/stream}: sends what is not acknowledged, again and again until it is,
 * and takes what Parley says. Lives through restarts of either side. All of it happens on one event loop.
 */
final class ParleyStream {
    private static final Logger LOG = LoggerFactory.getLogger(ParleyStream.class);
    private static final int IN_FLIGHT = 64;
    private static final int LONGEST = 1 << 20;
    private static final long SOONEST = 200;
    private static final long LATEST = 3_000;

    private final Vertx vertx;
    private final Context loop;
    private final Talks talks;
    private final URI parley;
    private final String token;
    private final WebSocketClient client;
    private final Set<String> sent = new HashSet<>();
    private WebSocket socket;
    private long wait = SOONEST;
    private boolean ended;

    ParleyStream(Vertx vertx, Talks talks, URI parley, String token) {
        this.vertx = vertx;
        this.loop = vertx.getOrCreateContext();
        this.talks = talks;
        this.parley = parley;
        this.token = token;
        this.client = vertx.createWebSocketClient(
                new WebSocketClientOptions().setMaxFrameSize(LONGEST).setMaxMessageSize(LONGEST));
        talks.listen((talk, event, place) -> loop.runOnContext(told -> pump()));
    }

    void start() {
        loop.runOnContext(started -> connect());
    }

    void close() {
        loop.runOnContext(asked -> {
            ended = true;
            closeForNow();
        });
    }

    private void connect() {
        if (ended) {
            return;
        }
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost(parley.getHost())
                .setPort(parley.getPort())
                .setURI("/v1/stream?after=" + talks.lastNumber())
                .addSubProtocol("cloudevents.json")
                .putHeader("Authorization", "Bearer " + token);
        client.connect(options).onSuccess(this::opened).onFailure(refused -> again());
    }

    private void opened(WebSocket opened) {
        socket = opened;
        sent.clear();
        wait = SOONEST;
        opened.textMessageHandler(this::read);
        opened.exceptionHandler(broken -> opened.close());
        opened.closeHandler(closed -> lost(opened));
        pump();
    }

    private void lost(WebSocket closed) {
        if (socket == closed) {
            socket = null;
            again();
        }
    }

    private void again() {
        if (!ended) {
            vertx.setTimer(wait, time -> connect());
            wait = Math.min(LATEST, wait * 2);
        }
    }

    private void pump() {
        if (socket == null) {
            return;
        }
        for (ObjectNode event : talks.unacknowledged()) {
            if (sent.size() >= IN_FLIGHT) {
                return;
            }
            if (sent.add(event.path("id").asText())) {
                socket.writeTextMessage(event.toString());
            }
        }
    }

    private void read(String text) {
        Json.parse(text).ifPresent(frame -> {
            if (frame.has("specversion")) {
                talks.hear(frame);
                answer(Json.object().put("ack", frame.path("id").asText()));
            } else if (frame.has("ack")) {
                settle(frame.path("ack").asText());
            } else if (frame.has("error")) {
                refused(frame);
            }
        });
    }

    /** 5xx and "too many" pass; any other refusal is final, and is written down for whoever wonders. */
    private void refused(ObjectNode frame) {
        int status = frame.at("/error/status").asInt();
        String id = frame.path("id").asText("");
        LOG.warn("Parley refused the event {}: {}", id, frame.path("error"));
        boolean passing = List.of(401, 403, 429).contains(status) || status >= 500;
        if (passing || id.isEmpty()) {
            closeForNow();
        } else {
            settle(id);
        }
    }

    private void settle(String id) {
        talks.settled(id);
        sent.remove(id);
        pump();
    }

    private void answer(ObjectNode frame) {
        if (socket != null) {
            socket.writeTextMessage(frame.toString());
        }
    }

    private void closeForNow() {
        if (socket != null) {
            socket.close();
        }
    }
}
