package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Senders break off, lie about lengths, or send what is no HTTP: that takes no room and raises no alarm. */
class BrokenTransfersTest {

    private static final String CHUNKED = "Content-Type: application/json\r\nTransfer-Encoding: chunked";

    private final List<String> alarms = new ArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                alarms.add(entry.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.start(ChannelSettings.DEFAULTS.withBodyWithin(Duration.ofSeconds(2)));
        Logger.getLogger("").addHandler(listener);
    }

    @AfterEach
    void stop() throws Exception {
        Logger.getLogger("").removeHandler(listener);
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz\r\n{}\r\n", "-1\r\n{}\r\n", "5\r\n{", "1;aaaaaaaaaaaaaaaaaaaa"})
    void chunksThatAreNoneTakeNoRoom(String chunks) throws Exception {
        for (int i = 0; i < 150; i++) {
            try (RawHttp events = RawHttp.post(server.port(), "Transfer-Encoding: chunked");
                    RawHttp webhook = RawHttp.request(server.port(), "POST /v1/webhooks/shop", CHUNKED)) {
                events.send(chunks);
                webhook.send(chunks);
            }
        }

        // A connection's end is noticed a moment later.
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(events("{}")).contains(" 400 "));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(webhook()).contains(" 401 "));
        assertThat(alarms).isEmpty();
    }

    private String events(String body) throws IOException {
        try (RawHttp good = RawHttp.post(server.port(), "Content-Length: " + body.length())) {
            good.send(body);
            return good.statusLine();
        }
    }

    private String webhook() throws IOException {
        try (RawHttp good = RawHttp.request(
                server.port(), "POST /v1/webhooks/shop", "Content-Type: application/json\r\nContent-Length: 0")) {
            return good.statusLine();
        }
    }
}
