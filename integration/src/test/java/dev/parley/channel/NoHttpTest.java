package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong before any address is looked at is answered like everything else: with a problem that says what. */
class NoHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<LogRecord> TRACES = new CopyOnWriteArrayList<>();
    private static final Handler LISTENER = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getThrown() != null) {
                TRACES.add(entry);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(ChannelSettings.DEFAULTS);
        Logger.getLogger("").addHandler(LISTENER);
    }

    @AfterAll
    static void stop() throws Exception {
        Logger.getLogger("").removeHandler(LISTENER);
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "-1", "+2", "1e3", "99999999999999999999", "2, 3"})
    void aLengthThatIsNone(String length) throws Exception {
        JsonNode problem = answer("POST /v1/events", "Content-Length: " + length, 400);

        assertThat(problem.path("detail").asText()).contains("Content-Length");
    }

    @Test
    void twoLengths() throws Exception {
        answer("POST /v1/webhooks/shop", "Content-Length: 2\r\nContent-Length: 3", 400);
    }

    @Test
    void headersThatNeverEnd() throws Exception {
        JsonNode problem = answer("GET /v1/stream", "X-Long: " + "a".repeat(20_000), 431);

        assertThat(problem.path("detail").asText()).contains("8 KiB");
    }

    @Test
    void anAddressThatNeverEnds() throws Exception {
        answer("GET /v1/" + "a".repeat(20_000), "Accept: */*", 414);
    }

    @ParameterizedTest
    @CsvSource({
        "GET /%zz",
        "GET /v1/%",
        "POST /v1/events/%c3%28%",
        "POST /v1/webhooks/%zz",
        "GET /v1/conversations/web/%f",
    })
    void aPathThatCannotBeRead(String line) throws Exception {
        assertThat(answer(line, "Content-Length: 0", 400).path("detail").asText())
                .contains("%");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /v1/stream?after=%zz",
        "POST /v1/events?a=%zz",
        "POST /v1/webhooks/shop?%zz=1",
        "GET /v1/webhooks/shop?x=%",
        "GET /openapi.yaml?%zz",
        "GET /nowhere?%zz",
    })
    void aQueryThatCannotBeRead(String line) throws Exception {
        assertThat(answer(line, "Content-Length: 0\r\nContent-Type: application/json", 400)
                        .path("detail")
                        .asText())
                .contains("%");
    }

    /** A type of content says nothing where there is none. */
    @ParameterizedTest
    @CsvSource({
        "GET /nowhere, application/x-www-form-urlencoded, 404",
        "HEAD /nowhere, application/x-www-form-urlencoded, 404",
        "GET /v1/webhooks/shop, multipart/form-data; boundary=x, 405",
        "GET /nowhere, multipart/form-data, 404",
        "OPTIONS /nowhere, multipart/form-data, 404",
    })
    void aFormWithoutABody(String line, String type, int status) throws Exception {
        TRACES.clear();
        try (RawHttp raw = RawHttp.request(server.port(), line, "Content-Type: " + type + "\r\nConnection: close")) {
            assertThat(raw.answer()).startsWith("HTTP/1.1 " + status + " ");
            assertThat(TRACES).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"POST /v1/events", "POST /v1/webhooks/shop"})
    void aFormWithoutABoundary(String line) throws Exception {
        answer(line, "Content-Length: 2\r\nContent-Type: multipart/form-data\r\n\r\n{}", 400);
    }

    /** The next one on a new connection is served as ever. */
    private static JsonNode answer(String line, String headers, int status) throws IOException {
        TRACES.clear();
        try (RawHttp raw = RawHttp.request(server.port(), line, headers)) {
            String answer = raw.answer();
            assertThat(answer).startsWith("HTTP/1.").contains(" " + status + " ");
            assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-type: application/problem+json");
            JsonNode problem = JSON.readTree(answer.substring(answer.indexOf("\r\n\r\n")));
            assertThat(problem.path("status").asInt()).isEqualTo(status);
            assertThat(TRACES).isEmpty();
            return problem;
        }
    }
}
