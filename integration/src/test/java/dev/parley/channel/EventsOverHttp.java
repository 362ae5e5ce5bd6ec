package dev.parley.channel;

import static dev.parley.channel.Samples.MANY;
import static dev.parley.channel.Samples.ONE;
import static dev.parley.channel.Samples.bytes;
import static dev.parley.channel.Samples.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chat services post to a real server, some of them badly; over HTTP/1.1 and HTTP/2 they get the same answers. */
abstract class EventsOverHttp {

    private static TestServer server;
    private final HttpClient client;

    EventsOverHttp(HttpClient.Version version) {
        this.client = HttpClient.newBuilder().version(version).build();
    }

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(ChannelSettings.DEFAULTS.withBodyWithin(Duration.ofSeconds(2)));
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void eventsAreTakenAndCountedOnce() throws Exception {
        HttpResponse<String> one = post(BodyPublishers.ofByteArray(bytes(message("one"))), ONE);
        HttpResponse<String> many = post(chunked("[" + message("one") + "," + message("two") + "]"), MANY);

        assertThat(one.statusCode()).isEqualTo(202);
        assertThat(one.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        assertThat(one.headers().firstValue("Authorization")).isEmpty();
        assertThat(many.body()).isEqualTo("{\"accepted\":1,\"duplicates\":1}");
        assertThat(server.inbox().ids()).contains("one", "two");
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, MANY})
    void aBodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot(String contentType) throws Exception {
        byte[] endless = new byte[9 << 20];

        HttpResponse<String> declared = post(BodyPublishers.ofByteArray(endless), contentType);
        HttpResponse<String> undeclared = post(chunked(endless), contentType);

        assertProblem(declared, 413);
        assertProblem(undeclared, 413);
    }

    @Test
    void aSingleEventMayNotBeAsLongAsABatch() throws Exception {
        assertProblem(post(chunked(new byte[2 << 20]), ONE), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void eventsAreOnlyPosted(String method) throws Exception {
        HttpResponse<String> answer =
                client.send(request(ONE).method(method, BodyPublishers.noBody()).build(), BodyHandlers.ofString());

        assertProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        assertProblem(
                client.send(HttpRequest.newBuilder(server.http("/v1/evnets")).build(), BodyHandlers.ofString()), 404);
        assertProblem(
                client.send(
                        HttpRequest.newBuilder(server.http("/openapi.yaml"))
                                .DELETE()
                                .build(),
                        BodyHandlers.ofString()),
                404);
    }

    @Test
    void whatIsNoEventIsRefusedWithTheRightStatus() throws Exception {
        assertProblem(post(BodyPublishers.ofString("{}"), ONE), 400);
        assertProblem(post(BodyPublishers.noBody(), ONE), 400);
        assertProblem(post(BodyPublishers.ofString(message("x")), "application/json"), 415);
        assertProblem(post(BodyPublishers.ofString(message("x").replace("\"web\"", "\"shop\"")), ONE), 403);
        assertProblem(post(BodyPublishers.ofString(message("x")), ONE, "Bearer some-other-token-than-that"), 401);
    }

    @Test
    void aTokenInTheAddressIsNoToken() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        server.http("/v1/events?Authorization=Bearer%20" + TestServer.TOKEN))
                .header("Content-Type", ONE)
                .POST(BodyPublishers.ofString(message("x")))
                .build();

        assertProblem(client.send(request, BodyHandlers.ofString()), 401);
    }

    @Test
    void aBodyThatNeverEndsIsNotWaitedFor() throws Exception {
        try (RawHttp slow = RawHttp.post(server.port(), "Content-Length: 1000")) {
            slow.send("{");

            assertThat(slow.statusLine()).isEqualTo("HTTP/1.1 408 Request Timeout");
        }
    }

    @Test
    void onlySoMuchIsInMemoryAtOnceAndThereIsRoomAgainAfterwards() throws Exception {
        List<RawHttp> half = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            RawHttp batch = RawHttp.post(server.port(), "Content-Length: " + (8 << 20), MANY);
            batch.send("[");
            half.add(batch);
        }

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            HttpResponse<String> answer = post(BodyPublishers.ofString(message("crowded")), ONE);
            assertProblem(answer, 429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        });
        for (RawHttp batch : half) {
            batch.close();
        }

        await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            HttpResponse<String> answer = post(chunked("[" + message("after") + "]"), MANY);
            assertThat(answer.statusCode()).isEqualTo(202);
        });
    }

    @Test
    void hostileBytesNeverBreakTheServer() throws Exception {
        Random random = new Random(20260302);
        byte[] good = bytes("[" + message("fuzz-1") + "," + message("fuzz-2") + "]");
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }

            HttpResponse<String> answer = post(BodyPublishers.ofByteArray(bad), random.nextBoolean() ? MANY : ONE);

            assertThat(answer.statusCode())
                    .as(new String(bad, StandardCharsets.ISO_8859_1))
                    .isIn(202, 400, 403);
        }
    }

    @Test
    void hostileHttpNeverBreaksTheServer() throws Exception {
        for (String header : List.of(
                "Content-Length: 99999999999999999999",
                "Content-Length: -1",
                "Transfer-Encoding: chunked, identity\r\nContent-Length: 3",
                "Expect: a-miracle\r\nContent-Length: 3",
                "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 3")) {
            try (RawHttp raw = RawHttp.post(server.port(), header)) {
                raw.send("abc");
                assertThat(raw.statusLine()).as(header).matches("HTTP/1.1 4.*");
            }
        }
    }

    private HttpResponse<String> post(BodyPublisher body, String contentType) throws Exception {
        return post(body, contentType, "Bearer " + TestServer.TOKEN);
    }

    private HttpResponse<String> post(BodyPublisher body, String contentType, String authorization) throws Exception {
        HttpRequest request = request(contentType)
                .setHeader("Authorization", authorization)
                .POST(body)
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String contentType) {
        return HttpRequest.newBuilder(server.http("/v1/events"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", contentType);
    }

    private static BodyPublisher chunked(String body) {
        return chunked(bytes(body));
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static void assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new ObjectMapper().readTree(answer.body()).path("status").intValue())
                .isEqualTo(status);
    }
}
