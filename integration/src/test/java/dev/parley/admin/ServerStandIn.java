package dev.parley.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers the command line as the server does, one prepared answer for each request. */
final class ServerStandIn implements AutoCloseable {

    static final String TOKEN = "fedcba9876543210";

    /** What came in: method and path with query, and the body. */
    record Request(String line, String body) {}

    private record Answer(int status, String body) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    ServerStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Settings that lead to it, with further lines, in a file of this folder. */
    Path settings(Path folder, String... more) {
        String lines = "admin.token=%s\nhttp.port=%d\nhome=%s\n".formatted(TOKEN, port(), folder);
        try {
            return Files.writeString(folder.resolve("parley.properties"), lines + String.join("\n", more));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next answer; after the last one, 200 without a body. */
    ServerStandIn answers(int status, String body) {
        answers.add(new Answer(status, body));
        return this;
    }

    List<Request> requests() {
        return requests;
    }

    List<String> lines() {
        return requests.stream().map(Request::line).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(exchange.getRequestMethod() + " " + exchange.getRequestURI(), body));
        boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = !known
                ? new Answer(401, "{\"detail\":\"Wrong token.\"}")
                : answers.isEmpty() ? new Answer(200, "") : answers.remove();
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
