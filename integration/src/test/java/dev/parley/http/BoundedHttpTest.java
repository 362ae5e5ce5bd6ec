package dev.parley.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Servers that answer as they should, without an end, or by and by. */
class BoundedHttpTest {

    private static final int MOST = 1000;

    private final CountDownLatch hungUp = new CountDownLatch(1);
    private HttpServer server;

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void anAnswerIsReadInWhole() throws Exception {
        String text = "å".repeat(MOST / 2);

        assertThat(ask(Duration.ofMinutes(1), exchange -> {
                    exchange.sendResponseHeaders(207, 0);
                    exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                }))
                .isEqualTo(text);
    }

    @Test
    @Timeout(60)
    void whatIsTooLongIsNotReadToItsEnd() throws Exception {
        assertThatThrownBy(() -> ask(Duration.ofMinutes(1), exchange -> say(exchange, new byte[100])))
                .isInstanceOf(AnswerTooLong.class)
                .hasMessageContaining("1000");
        assertThat(hungUp.await(30, TimeUnit.SECONDS))
                .as("the server is hung up on")
                .isTrue();
    }

    @Test
    @Timeout(60)
    void whatIsNotThereInTimeIsNotWaitedFor() throws Exception {
        assertThatThrownBy(() -> ask(Duration.ofMillis(300), exchange -> say(exchange, new byte[0])))
                .isInstanceOf(HttpTimeoutException.class);
    }

    /** Without an end, until the other hangs up. */
    private void say(HttpExchange exchange, byte[] again) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write('a');
            body.flush();
            while (again.length > 0) {
                body.write(again);
                body.flush();
            }
            hungUp.await(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            hungUp.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String ask(Duration whole, HttpHandler answer) throws IOException, InterruptedException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answer);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        return new BoundedHttp(Duration.ofSeconds(5), whole, MOST)
                .send(HttpRequest.newBuilder(address).build())
                .body();
    }
}
