package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What Chatwoot's REST API shows of one conversation, which a bot had. It can keep its answers to itself. */
final class ChatwootDesk implements AutoCloseable {

    static final String TOKEN = "token-of-an-agent";

    private static final String CONVERSATION = "/api/v1/accounts/1/conversations/7";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final List<ObjectNode> messages = new CopyOnWriteArrayList<>();
    private final ObjectNode conversation =
            MAPPER.createObjectNode().put("id", 7).put("status", "pending");
    private volatile CountDownLatch answers = new CountDownLatch(0);

    ChatwootDesk() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/accounts/1";
    }

    /** From now on a note is taken, and its answer waits. */
    void keepsItsAnswers() {
        answers = new CountDownLatch(1);
    }

    void answersAgain() {
        answers.countDown();
    }

    /** The private notes, in their order. */
    List<String> notes() {
        return messages.stream().map(note -> note.path("content").asText()).toList();
    }

    JsonNode conversation() {
        synchronized (conversation) {
            return conversation.deepCopy();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        boolean known = TOKEN.equals(exchange.getRequestHeaders().getFirst("api_access_token"));
        JsonNode said = known
                ? said(
                        exchange.getRequestMethod() + " "
                                + exchange.getRequestURI().getPath(),
                        body)
                : MAPPER.createObjectNode();
        byte[] bytes = said.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode said(String request, JsonNode body) {
        synchronized (conversation) {
            switch (request) {
                case "GET " + CONVERSATION:
                    return conversation.deepCopy();
                case "GET " + CONVERSATION + "/messages":
                    return MAPPER.createObjectNode().set("payload", MAPPER.valueToTree(messages));
                case "POST " + CONVERSATION + "/toggle_status":
                    return conversation.put("status", body.path("status").asText());
                case "POST " + CONVERSATION + "/assignments":
                    return conversation.putObject("meta").set("assignee", body.deepCopy());
                case "POST " + CONVERSATION + "/custom_attributes":
                    return conversation.setAll((ObjectNode) body);
                case "GET /api/v1/accounts/1/agents":
                    return MAPPER.createArrayNode()
                            .add(MAPPER.createObjectNode().put("id", 21).put("email", "evening@outside.example"));
                case "GET /api/v1/accounts/1/conversations":
                    return MAPPER.createObjectNode()
                            .set("data", MAPPER.createObjectNode().set("payload", MAPPER.createArrayNode()));
                default:
            }
        }
        if (!request.equals("POST " + CONVERSATION + "/messages")) {
            throw new IllegalArgumentException(request);
        }
        ObjectNode note = ((ObjectNode) body).put("id", messages.size() + 1);
        note.putObject("sender").put("id", 9);
        messages.add(note);
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return note;
    }

    @Override
    public void close() {
        answersAgain();
        server.stop(0);
        threads.shutdownNow();
    }
}
