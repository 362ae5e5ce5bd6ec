package dev.parley.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks OpenAI's chat API as a model would that says what the test wants. */
public final class ModelServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile String says = "{\"function\":\"none\"}";
    private volatile int status = 200;
    private volatile boolean silent;
    private volatile boolean endless;

    public ModelServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", this::complete);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** What the model answers. */
    public ModelServer says(String text) {
        says = text;
        return this;
    }

    void fails(int code) {
        status = code;
    }

    /** It takes the question and never answers. */
    void isSilent() {
        silent = true;
    }

    /** It begins to answer and never ends. */
    void isEndless() {
        endless = true;
    }

    /** Bodies of what came in. */
    public List<JsonNode> asked() {
        return asked;
    }

    private void complete(HttpExchange exchange) throws IOException {
        asked.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (silent) {
            hold();
        }
        byte[] body = body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, endless ? 0 : body.length);
        if (endless) {
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            hold();
        }
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void hold() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", "1").put("object", "chat.completion").put("created", 1).put("model", "small");
        ObjectNode choice = body.putArray("choices").addObject().put("index", 0).put("finish_reason", "stop");
        choice.putObject("message").put("role", "assistant").put("content", says);
        return body;
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
