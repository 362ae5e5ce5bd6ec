package dev.parley.channel;

import static dev.parley.channel.Samples.event;
import static dev.parley.channel.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A chat service keeps a WebSocket open and hears for each event when it is durable. */
class StreamTest {

    private static final String BEARER = "Bearer " + TestServer.TOKEN;

    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(
                ChannelSettings.DEFAULTS.withStreams(2).withPatience(Duration.ofMillis(500), Duration.ofSeconds(2)));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void anEventIsAcknowledgedOnceItIsDurable() {
        StreamClient client = StreamClient.open(server.stream(), BEARER);

        client.send(message("e-1"));

        heard(client, 1);
        assertThat(client.heard().get(0).path("ack").textValue()).isEqualTo("e-1");
        assertThat(server.inbox().ids()).containsExactly("e-1");
        assertThat(client.socket().getSubprotocol()).isEqualTo("cloudevents.json");
    }

    @Test
    void theTokenMayComeAsTheFirstFrame() {
        StreamClient client = StreamClient.open(server.stream(), null);

        client.send("{\"token\":\"" + TestServer.TOKEN + "\"}");
        client.send(message("e-1"));

        heard(client, 1);
        assertThat(client.heard().get(0).path("ack").textValue()).isEqualTo("e-1");
    }

    @Test
    void aWrongTokenEndsIt() {
        StreamClient client = StreamClient.open(server.stream(), null);

        client.send("{\"token\":\"some-other-token-than-that\"}");

        assertThat(client.closed()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(1008);
        assertThat(client.heard().get(0).at("/error/status").intValue()).isEqualTo(401);
        assertThatThrownBy(() -> StreamClient.open(server.stream(), "Bearer some-other-token-than-that"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    @Test
    void whoNeverShowsATokenIsNotWaitedForLong() {
        StreamClient client = StreamClient.open(server.stream(), null);

        assertThat(client.closed()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(1008);
    }

    @Test
    void manyEventsAreAcknowledgedInTheirOrderAndStoredInFewTransactions() {
        StreamClient client = StreamClient.open(server.stream(), BEARER);
        List<String> ids = IntStream.range(0, 2_000).mapToObj(i -> "e-" + i).toList();

        ids.forEach(id -> client.send(message(id)));

        heard(client, 2_000);
        assertThat(client.heard())
                .extracting(answer -> answer.path("ack").textValue())
                .containsExactlyElementsOf(ids);
        assertThat(server.inbox().ids()).containsExactlyElementsOf(ids);
        assertThat(server.inbox().calls()).hasSizeLessThan(1_000);
    }

    @Test
    void anEventThatIsRefusedDoesNotHoldBackTheOthers() {
        StreamClient client = StreamClient.open(server.stream(), BEARER);
        server.inbox().refuse(event -> event.envelope().id().equals("poison"));

        client.send(message("e-1"));
        client.send("no JSON at all");
        client.send(message("e-2").replace("\"web\"", "\"shop\""));
        client.send(message("poison"));
        client.send(message("e-3"));

        heard(client, 5);
        assertThat(client.heard())
                .extracting(StreamTest::outcome)
                .containsExactly("e-1 taken", "null 400", "e-2 403", "poison 503", "e-3 taken");
    }

    @Test
    void acknowledgementsOfTheClientAreTakenWithoutAWord() {
        StreamClient client = StreamClient.open(server.stream(), BEARER);

        client.send("{\"ack\":\"17\"}");
        client.send(message("e-1"));

        heard(client, 1);
        assertThat(client.heard()).extracting(StreamTest::outcome).containsExactly("e-1 taken");
    }

    @Test
    void aLongEventMayComeInOneFrameButNotOneThatIsTooLong() throws Exception {
        String almost = event("long", "chat.callback.requested", "{\"note\":\"" + "x".repeat((1 << 20) - 500) + "\"}");
        StreamClient client = StreamClient.open(server.stream(), BEARER);

        client.send(almost);

        heard(client, 1);
        assertThat(client.heard()).extracting(StreamTest::outcome).containsExactly("long taken");
        try (RawWebSocket raw = RawWebSocket.open(server.port(), BEARER)) {
            raw.sendText(almost);
            assertThat(raw.readText()).isEqualTo("{\"ack\":\"long\"}");
        }

        client.send(almost.replace("xxx", "xxxx"));

        assertThat(client.closed()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(1009);
    }

    @Test
    void binaryFramesAreRefused() {
        StreamClient client = StreamClient.open(server.stream(), BEARER);

        client.socket().sendBinary(ByteBuffer.wrap(new byte[] {1}), true).join();

        assertThat(client.closed()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(1003);
    }

    @Test
    void onlySoManyStreamsAreOpenAtOnce() {
        StreamClient first = StreamClient.open(server.stream(), BEARER);
        StreamClient second = StreamClient.open(server.stream(), BEARER);

        assertThatThrownBy(() -> StreamClient.open(server.stream(), BEARER))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);

        first.socket().abort();
        await().untilAsserted(() -> assertThat(outcomeOfOpening()).isEqualTo("open"));
        assertThat(second.closed()).isNotDone();
    }

    @Test
    void whoAnswersPingsMayStaySilentAndWhoDoesNotIsLetGo() throws Exception {
        StreamClient quiet = StreamClient.open(server.stream(), BEARER);

        try (RawWebSocket dead = RawWebSocket.open(server.port(), BEARER)) {
            assertThat(dead.readUntilClosed()).isEqualTo(1001);
        }

        quiet.send(message("e-1"));
        heard(quiet, 1);
    }

    private String outcomeOfOpening() {
        StreamClient.open(server.stream(), BEARER).socket().abort();
        return "open";
    }

    private static void heard(StreamClient client, int answers) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(client.heard()).hasSize(answers));
    }

    private static String outcome(JsonNode answer) {
        return answer.has("ack")
                ? answer.get("ack").textValue() + " taken"
                : answer.path("id").textValue() + " " + answer.at("/error/status");
    }
}
