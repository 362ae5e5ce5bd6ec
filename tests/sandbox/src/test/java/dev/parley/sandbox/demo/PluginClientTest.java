package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PluginClientTest {

    private static final SampleConversation SAMPLE = SampleConversation.all().get(0);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private PluginClient plugin;
    private int status = 202;
    private String answer = "{\"accepted\":2,\"duplicates\":1}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::reply);
        server.start();
        plugin = new PluginClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void eventsGoAsOneBatchWithTheChannelsToken() {
        assertThat(plugin.post(List.of(JsonNodeFactory.instance.objectNode().put("id", "1"))))
                .isEqualTo(new PluginClient.Receipt(2, 1));
        assertThat(requests)
                .containsExactly("POST /v1/events application/cloudevents-batch+json Bearer "
                        + PluginSettings.CHANNEL_TOKEN + " [{\"id\":\"1\"}]");
    }

    @Test
    void aRefusedBatchSaysWhatThePluginSaid() {
        status = 400;
        answer = "{\"detail\":\"/0/data/id is required\"}";
        assertThatThrownBy(() -> plugin.post(List.of()))
                .hasMessageContaining("400")
                .hasMessageContaining("/0/data/id is required");
    }

    @Test
    void anUnknownConversationIsNoError() {
        status = 404;
        assertThat(plugin.conversation(SAMPLE)).isEmpty();
        assertThat(requests)
                .containsExactly(
                        "GET /v1/conversations/website/web-1041 null Bearer " + PluginSettings.ADMIN_TOKEN + " ");
    }

    @Test
    void aPluginThatDoesNotListenYetIsNotReady() {
        status = 200;
        assertThat(plugin.isReady()).isTrue();
        server.stop(0);
        assertThat(plugin.isReady()).isFalse();
    }

    private void reply(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(String.join(
                " ",
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type")),
                exchange.getRequestHeaders().getFirst("Authorization"),
                body));
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
