package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chat service owes Parley when either of them is away, told with a Parley of the test's own. */
class ParleyStreamTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<ObjectNode> received = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<ServerWebSocket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean acknowledges = true;
    private HttpServer parley;

    @TempDir
    Path home;

    @BeforeEach
    void start() {
        parley = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").addWebSocketSubProtocol("cloudevents.json"))
                .webSocketHandler(this::open)
                .listen(0)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void open(ServerWebSocket socket) {
        asked.add(socket.query());
        sockets.add(socket);
        socket.textMessageHandler(text -> {
            ObjectNode frame = Json.parse(text).orElseThrow();
            received.add(frame);
            if (acknowledges && frame.has("specversion")) {
                socket.writeTextMessage(
                        Json.object().put("ack", frame.path("id").asText()).toString());
            }
        });
    }

    @Test
    void sendsAgainAfterARestartWhatWasNotAcknowledgedAndNothingElse() {
        try (Talks talks = talks()) {
            Talk talk = talks.start("k".repeat(32), visitor());
            ParleyStream stream = connected(talks);
            await().until(() -> talks.unacknowledged().isEmpty());
            acknowledges = false;
            talks.tell(talk, "second", "chat.rating.given", Json.object().put("value", 5));
            await().until(() -> received.size() == 2);
            stream.close();
        }
        received.clear();
        acknowledges = true;
        try (Talks again = talks()) {
            assertThat(again.unacknowledged()).hasSize(1);
            ParleyStream stream = connected(again);
            await().until(() -> again.unacknowledged().isEmpty());
            assertThat(received)
                    .extracting(event -> event.path("type").asText())
                    .containsExactly("chat.rating.given");
            stream.close();
        }
        try (Talks last = talks()) {
            assertThat(last.unacknowledged()).isEmpty();
        }
    }

    @Test
    void takesWhatParleySaysOnceAndAsksForWhatCameAfter() {
        String id;
        try (Talks talks = talks()) {
            Talk talk = talks.start("k".repeat(32), visitor());
            id = talk.id();
            ParleyStream stream = connected(talks);
            await().until(() -> sockets.size() == 1);
            ObjectNode offered = Json.object()
                    .put("specversion", "1.0")
                    .put("id", "p-1")
                    .put("source", "site")
                    .put("type", "meeting.slots.offered")
                    .put("subject", id)
                    .put("number", "7");
            offered.putObject("data").put("uid", "m");
            sockets.get(0).writeTextMessage(offered.toString());
            sockets.get(0).writeTextMessage(offered.toString());
            await().until(() -> received.stream()
                            .filter(frame -> frame.path("ack").asText().equals("p-1"))
                            .count()
                    == 2);
            assertThat(talk.events()).hasSize(2);
            stream.close();
        }
        try (Talks again = talks()) {
            assertThat(again.find(id).orElseThrow().events()).hasSize(2);
            ParleyStream stream = connected(again);
            await().until(() -> asked.size() == 2);
            assertThat(asked).containsExactly("after=0", "after=7");
            stream.close();
        }
    }

    @Test
    void aLineThatACrashCutOffIsForgotten() throws Exception {
        try (Talks talks = talks()) {
            talks.start("k".repeat(32), visitor());
        }
        Files.writeString(home.resolve("chat.jsonl"), "{\"event\":{\"id\":\"half", StandardOpenOption.APPEND);
        try (Talks again = talks()) {
            assertThat(again.all()).hasSize(1);
            again.start("l".repeat(32), visitor());
        }
        try (Talks last = talks()) {
            assertThat(last.all()).hasSize(2);
        }
    }

    private Talks talks() {
        return new Talks(home.resolve("chat.jsonl"), Clock.systemUTC());
    }

    private ParleyStream connected(Talks talks) {
        ParleyStream stream =
                new ParleyStream(vertx, talks, URI.create("http://127.0.0.1:" + parley.actualPort()), "token");
        stream.start();
        return stream;
    }

    private static ObjectNode visitor() {
        ObjectNode data = Json.object();
        data.putObject("visitor").put("name", "Ann");
        return data;
    }
}
