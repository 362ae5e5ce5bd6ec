package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a decision on an offer, whatever Parley says to it, told with a Parley of the test's own. */
class OffersTest {
    private static final String OFFER = "http://parley.example/v1/handoffs/token";

    private final Vertx vertx = Vertx.vertx();
    private final Offers offers = new Offers(vertx);
    private final List<String> decided = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private HttpServer parley;

    @BeforeEach
    void start() {
        parley = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        offers.of(URI.create("http://127.0.0.1:" + parley.actualPort()));
    }

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpServerRequest request) {
        request.bodyHandler(body -> {
            decided.add(request.path() + " " + body);
            request.response().setStatusCode(status).end();
        });
    }

    @ParameterizedTest
    @CsvSource({"200, ''", "404, expired", "410, expired", "409, decided", "429, unreachable", "500, unreachable"})
    void theDeskHearsWhatParleyMadeOfIt(int answer, String refused) {
        status = answer;

        assertThat(decide("c1", "accept")).isEqualTo(refused);
        assertThat(decided).containsExactly("/v1/handoffs/token decision=accept");
    }

    /** The second time, Parley would say that it was decided before. */
    @Test
    void whatIsToldTwiceIsDecidedOnce() {
        assertThat(decide("c1", "decline")).isEmpty();
        status = 409;
        assertThat(decide("c1", "decline")).isEmpty();

        assertThat(decided).hasSize(1);
    }

    @Test
    void aParleyThatIsNotThereMayBeAskedAgain() {
        int port = parley.actualPort();
        parley.close().toCompletionStage().toCompletableFuture().join();
        assertThat(decide("c1", "accept")).isEqualTo("unreachable");

        parley = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(port, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();

        assertThat(decide("c1", "accept")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"http://elsewhere.example/, accept", "http://parley.example/v1/handoffs/token, perhaps"})
    void nothingElseIsEverAsked(String url, String decision) {
        assertThat(join(offers.decide("c1", url, decision))).isEqualTo("expired");
        assertThat(decided).isEmpty();
    }

    private String decide(String cid, String decision) {
        return join(offers.decide(cid, OFFER, decision));
    }

    private static String join(Future<String> answer) {
        return answer.toCompletionStage().toCompletableFuture().join();
    }
}
