package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on this machine that answers as a service does, and refuses when a story says so. */
abstract class StandIn implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper();

    final List<String> asked = new CopyOnWriteArrayList<>();
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final HttpServer server;
    private final String base;

    /** What is answered to the first request that begins so; done before all the same, or not at all. */
    private record Refusal(String request, int status, String header, String value, boolean done) {}

    /** How a request is answered. */
    record Answer(int status, JsonNode body) {}

    StandIn(String base) {
        this.base = base;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(base, this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + base);
    }

    /** @param request method and the begin of the path */
    void refuses(String request, int status) {
        refusals.add(new Refusal(request, status, null, null, false));
    }

    void refuses(String request, int status, String header, String value) {
        refusals.add(new Refusal(request, status, header, value, false));
    }

    /** It does what it is asked to, and its answer is lost. */
    void losesItsAnswerTo(String request) {
        refusals.add(new Refusal(request, 502, null, null, true));
    }

    /** What was asked for with that method, in its order. */
    List<String> asked(String method) {
        return asked.stream()
                .filter(request -> request.startsWith(method + " "))
                .toList();
    }

    abstract boolean lets(HttpExchange exchange);

    abstract Answer answer(String method, String path, JsonNode body);

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring(base.length());
        String request = exchange.getRequestMethod() + " " + path;
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        asked.add(request);
        Refusal refusal = refusals.peek();
        boolean refused = refusal != null && request.startsWith(refusal.request());
        Answer answer = new Answer(401, JSON.createObjectNode());
        if (lets(exchange) && (!refused || refusal.done())) {
            answer = answer(exchange.getRequestMethod(), path, body);
        }
        if (refused) {
            refusals.remove();
            if (refusal.header() != null) {
                exchange.getResponseHeaders().add(refusal.header(), refusal.value());
            }
            answer = new Answer(refusal.status(), JSON.createObjectNode());
        }
        byte[] bytes = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    static Answer well(JsonNode body) {
        return new Answer(200, body);
    }

    static Answer unknown() {
        return new Answer(404, JSON.createObjectNode().put("error", "Resource could not be found"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
