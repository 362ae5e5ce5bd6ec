package dev.parley.channel.gaps;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.parley.mapping.GapMapping;
import dev.parley.mapping.MappingFiles;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that is asked, and what it does instead of answering. */
class ServiceApiTest {

    private static final GapMapping CHATWOOT = MappingFiles.load(Path.of("../mappings"))
            .orThrow()
            .source("chatwoot")
            .orElseThrow()
            .gaps()
            .orElseThrow();

    @Test
    @Timeout(30)
    void aServiceThatStopsInTheMiddleOfItsAnswerIsNotWaitedFor() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(end);
        });
        server.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");

            assertThatExceptionOfType(GapTrouble.class)
                    .isThrownBy(() -> new ServiceApi(Duration.ofSeconds(1))
                            .get(new GapSource("chatwoot", url, "token"), CHATWOOT, "conversations"))
                    .withMessageContaining("did not answer within 1 s");
        } finally {
            end.countDown();
            server.stop(0);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
