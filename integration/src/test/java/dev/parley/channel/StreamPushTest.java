package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Audience;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.OwnEvents;
import dev.parley.conversation.Talk;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Parley decides reaches the chat service on the socket that the service opened, once and in order. */
class StreamPushTest {

    private static final String BEARER = "Bearer " + TestServer.TOKEN;
    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));

    private final Talk talk = new Talk("web", "c1");
    private Database database;
    private Conversations conversations;
    private OwnEvents own;
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        database = Stores.h2();
        conversations = new Conversations(database.tx(), Samples.CLOCK, DUE, Duration.ofDays(1));
        own = new OwnEvents(database.tx());
        server = TestServer.start(ChannelSettings.DEFAULTS, database);
        conversations.whenAppended(server::wake);
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        database.close();
    }

    @Test
    void anEventArrivesAsACloudEventWithItsNumber() {
        StreamClient desk = StreamClient.open(server.stream(), BEARER);

        offer(talk, 1);

        JsonNode event = heard(desk, 1).get(0);
        assertThat(event.path("specversion").textValue()).isEqualTo("1.0");
        assertThat(event.path("id").textValue()).isEqualTo("o-1");
        assertThat(event.path("source").textValue()).isEqualTo("web");
        assertThat(event.path("type").textValue()).isEqualTo("handoff.offered");
        assertThat(event.path("subject").textValue()).isEqualTo("c1");
        assertThat(event.path("number").textValue()).isEqualTo("1");
        assertThat(event.at("/data/offer").textValue()).isEqualTo("o-1");
    }

    @Test
    void whatWasNotAcknowledgedComesAgainAfterAReconnectAndTheRestDoesNot() {
        StreamClient before = StreamClient.open(server.stream(), BEARER);
        offer(talk, 1, 2, 3);
        heard(before, 3);
        acknowledge(before, "o-1");
        before.socket().abort();

        StreamClient after = StreamClient.open(server.stream(), BEARER);

        assertThat(ids(heard(after, 2))).containsExactly("o-2", "o-3");
        offer(talk, 4);
        assertThat(ids(heard(after, 3))).containsExactly("o-2", "o-3", "o-4");
    }

    @Test
    void aReconnectGoesOnAfterTheNumberThatItNames() {
        offer(talk, 1, 2, 3);
        acknowledge(StreamClient.open(server.stream(), BEARER), "o-3");
        offer(talk, 4);

        StreamClient client = StreamClient.open(after("1"), BEARER);

        assertThat(ids(heard(client, 2))).containsExactly("o-2", "o-4");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        for (String wrong : List.of("-1", "last", "1234567890123456789012")) {
            assertThatThrownBy(() -> StreamClient.open(after(wrong), BEARER))
                    .hasCauseInstanceOf(WebSocketHandshakeException.class);
        }
    }

    @Test
    void eachOfTwoSocketsHearsAllAndTheAnswerOfOneIsEnough() {
        StreamClient one = StreamClient.open(server.stream(), BEARER);
        StreamClient other = StreamClient.open(server.stream(), null);
        other.send("{\"token\":\"" + TestServer.TOKEN + "\"}");

        offer(talk, 1, 2);

        assertThat(ids(heard(one, 2))).isEqualTo(ids(heard(other, 2)));
        acknowledge(one, "o-1");
        acknowledge(other, "o-2");
    }

    @Test
    void anotherSourcesEventsAreNeverHeard() {
        StreamClient web = StreamClient.open(server.stream(), BEARER);

        offer(new Talk("shop", "c9"), 1, 2);
        offer(talk, 3);

        assertThat(ids(heard(web, 1))).containsExactly("o-3");
        web.send("{\"ack\":\"o-1\"}");
        web.send(Samples.message("e-1"));
        heard(web, 2);
        assertThat(own.waiting(0, Audience.ALL, 10)).as("nor acknowledged").hasSize(3);
    }

    @Test
    void whoAcknowledgesNothingHearsOnlySoManyAndTheRestOnceItDoes() {
        StreamClient client = StreamClient.open(server.stream(), BEARER);
        int[] all = IntStream.rangeClosed(1, StreamPush.MOST_OPEN + 50).toArray();
        offer(talk, all);

        int most = heard(client, StreamPush.MOST_OPEN).size();
        // The answer comes behind whatever would have been pushed before.
        client.send(Samples.message("e-1"));
        heard(client, most + 1);
        assertThat(client.heard().size()).isLessThanOrEqualTo(StreamPush.MOST_OPEN + 20 + 1);
        int before = client.heard().size();

        client.heard().stream()
                .filter(frame -> frame.has("number"))
                .forEach(frame -> client.send("{\"ack\":\"" + frame.path("id").textValue() + "\"}"));

        assertThat(before).isLessThan(all.length);
        List<JsonNode> events = heard(client, all.length + 1).stream()
                .filter(frame -> frame.has("number"))
                .toList();
        assertThat(ids(events))
                .containsExactlyElementsOf(
                        IntStream.of(all).mapToObj(i -> "o-" + i).toList());
    }

    @Test
    void whatAnotherServerAppendedIsFoundWithoutBeingWoken() {
        StreamClient client = StreamClient.open(server.stream(), BEARER);
        Conversations elsewhere = new Conversations(database.tx(), Samples.CLOCK, DUE, Duration.ofDays(1));

        elsewhere.receive(List.of(offered(talk, 1)));

        assertThat(ids(heard(client, 1))).containsExactly("o-1");
    }

    private void offer(Talk of, int... numbers) {
        for (int number : numbers) {
            conversations.receive(List.of(offered(of, number)));
        }
    }

    private static ChatEvent offered(Talk of, int number) {
        return of.event("handoff.offered", number, "o-" + number, "{'offer':'o-" + number + "','rank':" + number + "}");
    }

    private void acknowledge(StreamClient client, String id) {
        client.send("{\"ack\":\"" + id + "\"}");
        await().until(() -> own.waiting(0, Audience.ALL, 1_000).stream()
                .noneMatch(event -> event.event().id().equals(id)));
    }

    private URI after(String number) {
        return URI.create(server.stream() + "?after=" + number);
    }

    private static List<JsonNode> heard(StreamClient client, int frames) {
        await().atMost(Duration.ofSeconds(10)).until(() -> client.heard().size() >= frames);
        return client.heard();
    }

    private static List<String> ids(List<JsonNode> events) {
        return events.stream().map(event -> event.path("id").textValue()).toList();
    }
}
