package dev.parley.channel;

import static dev.parley.channel.Samples.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Services post webhooks to a real server, some of them badly; over HTTP/1.1 and HTTP/2 they get the same answers. */
abstract class WebhooksOverHttp {

    private static TestServer server;
    private final HttpClient client;
    private final HttpVersion version;

    WebhooksOverHttp(HttpClient.Version version) {
        this.client = HttpClient.newBuilder().version(version).build();
        this.version = HttpVersion.valueOf(version.name());
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
    void aSignedBodyIsTakenInOnePieceOrInMany() throws Exception {
        HttpResponse<String> one = post("shop", bytes(Shop.message("one", "Grüße")));
        byte[] two = bytes(Shop.message("two", "x".repeat(500_000)));
        HttpResponse<String> many = client.send(
                request("shop", two)
                        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(two)))
                        .build(),
                BodyHandlers.ofString());

        assertThat(one.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        assertThat(one.headers().map()).doesNotContainKeys("x-shop-signature", "camelhttpresponsecode");
        assertThat(many.body()).isEqualTo("{\"accepted\":1,\"duplicates\":0}");
        assertThat(server.inbox().ids()).contains("message-one", "message-two");
    }

    @Test
    void aFormIsVerifiedAndReadAsItCame() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(server.http("/v1/webhooks/till?version=-2&x-till-token=of-no-use"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-Till-Token", Shop.SECRET)
                        .POST(BodyPublishers.ofString("customer=7&email=ada%2Bshop%40contoso.example"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(server.inbox().ids()).contains("customer-7-2");
    }

    @Test
    void whatIsSignedOtherwiseIsRefused() throws Exception {
        byte[] body = bytes(Shop.message("forged", "x"));

        assertProblem(post("shop", body, Shop.signature(bytes("other"))), 401);
        assertProblem(post("shop", body, ""), 401);
        assertProblem(post("new", body), 403);
        assertThat(assertProblem(post("nowhere", body), 404)).contains("mappings init --source nowhere");
        assertThat(server.inbox().ids()).doesNotContain("message-forged");
    }

    @Test
    void aServiceThatChecksTheAddressFindsIt() throws Exception {
        String query = "?hub.mode=subscribe&hub.challenge=1158&hub.verify_token=";

        HttpResponse<String> right = send("GET", "page" + query + Shop.SECRET);

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.body()).isEqualTo("1158");
        assertThat(right.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertProblem(send("GET", "page" + query + "guess"), 403);
        assertProblem(send("GET", "page"), 400);
        assertProblem(send("GET", "shop" + query + Shop.SECRET), 405);
        assertProblem(send("GET", "nowhere"), 404);
        assertThat(send("HEAD", "shop").statusCode()).isEqualTo(200);
        assertThat(send("HEAD", "nowhere").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH", "OPTIONS"})
    void webhooksAreOnlyPosted(String method) throws Exception {
        HttpResponse<String> answer = send(method, "shop");

        assertProblem(answer, 405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD, POST");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedWhetherItSaysSoOrNot() throws Exception {
        byte[] endless = new byte[3 << 20];
        BodyPublisher chunked = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless));

        assertProblem(post("shop", endless), 413);
        assertProblem(client.send(request("shop", endless).POST(chunked).build(), BodyHandlers.ofString()), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "GET"})
    void anAddressThatIsNotWellFormedIsAnsweredAndTakesNoRoom(String method) throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(statusOfRaw(method, "/v1/webhooks/shop?x=%zz")).isEqualTo(400);
        }
        assertThat(post("shop", bytes(Shop.message("after-nonsense", "x"))).statusCode())
                .isEqualTo(200);
    }

    /** Java's own client sends no address that is not well-formed. */
    private int statusOfRaw(String method, String address) throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            return vertx.createHttpClient(new HttpClientOptions().setProtocolVersion(version))
                    .request(HttpMethod.valueOf(method), server.port(), "127.0.0.1", address)
                    .compose(request -> request.send("{}"))
                    .map(HttpClientResponse::statusCode)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
        } finally {
            vertx.close();
        }
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("nothing", ""),
                Arguments.of("no JSON", "{\"chat\": nobody}"),
                Arguments.of("a name twice", "{\"chat\": 1, \"chat\": 2}"),
                Arguments.of("deep nesting", "[".repeat(100_000)),
                Arguments.of("deep nesting that ends", "[".repeat(1000) + "]".repeat(1000)),
                Arguments.of("a huge number", "{\"chat\": " + "9".repeat(1000) + "}"),
                Arguments.of("a huge exponent", "{\"chat\": \"c\", \"messages\": 1e999999999}"),
                Arguments.of("NUL", "{\"chat\": \"\u0000\"}"),
                Arguments.of("more after the value", "{} {}"),
                Arguments.of("too many values", "[" + "1,".repeat(450_000) + "1]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void badBodiesGetAWordOnWhatIsWrong(String what, String body) throws Exception {
        HttpResponse<String> answer = post("shop", bytes(body));

        assertThat(answer.statusCode()).isBetween(200, 499);
        if (answer.statusCode() >= 400) {
            assertThat(assertProblem(answer, answer.statusCode()))
                    .hasSizeBetween(10, 160)
                    .doesNotContainPattern("\\[\\[|Source:|String\\)|[Jj]ava|Stream|Exception|code \\d");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "\\ud800", "\\udfff\\ud800", "\\u0007", "\\uffff"})
    void badTextNeverBreaksTheServer(String text) throws Exception {
        String inText = Shop.message("bad-text-" + Math.abs(text.hashCode()), text);
        String inId = Shop.message(text, "x");

        assertThat(post("shop", bytes(inText)).statusCode()).isEqualTo(200);
        assertThat(post("shop", bytes(inId)).statusCode()).isEqualTo(200);
    }

    @Test
    void aHundredThousandElementsAreKeptRatherThanHalfTaken() throws Exception {
        String body = "{\"chat\": \"c\", \"messages\": [" + "{},".repeat(99_999) + "{}]}";

        HttpResponse<String> answer = post("shop", bytes(body));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"kept\":1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-16", "application/json; charset=x-none", "text", "/"})
    void anotherCharsetIsRefused(String contentType) throws Exception {
        byte[] body = bytes(Shop.message("charset", "x"));
        HttpRequest request = request("shop", body)
                .setHeader("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();

        assertProblem(client.send(request, BodyHandlers.ofString()), 415);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() throws Exception {
        assertProblem(
                post("shop", Shop.message("latin", "Gr\u00fc\u00dfe").getBytes(StandardCharsets.ISO_8859_1)), 400);
    }

    @Test
    void hostileBytesNeverBreakTheServer() throws Exception {
        Random random = new Random(20260302);
        byte[] good = bytes(Shop.message("fuzz", "Hello"));
        for (int i = 0; i < 300; i++) {
            byte[] bad = good.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            assertThat(post("shop", bad).statusCode()).as("round %d", i).isBetween(200, 499);
        }
    }

    private HttpResponse<String> post(String source, byte[] body) throws Exception {
        return post(source, body, Shop.signature(body));
    }

    private HttpResponse<String> post(String source, byte[] body, String signature) throws Exception {
        HttpRequest request = request(source, body)
                .setHeader("X-Shop-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String source, byte[] body) {
        return HttpRequest.newBuilder(server.http("/v1/webhooks/" + source))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Shop-Signature", Shop.signature(body));
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(server.http("/v1/webhooks/" + path))
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static String assertProblem(HttpResponse<String> answer, int status) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.body());
        assertThat(problem.path("status").intValue()).isEqualTo(status);
        return problem.path("detail").asText();
    }
}
