package dev.parley.crm.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Replays answers that Salesforce documents, faults of the wire among them, to the real client. */
final class SalesforceStandIn implements AutoCloseable {

    /** What came in. */
    record Request(String method, String path, String authorization, String callOptions, String body) {
        JsonNode json() {
            try {
                return SalesforceClient.JSON.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What goes out. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private static final String TOKEN_PATH = "/services/oauth2/token";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Deque<Answer> answers = new ArrayDeque<>();
    private Function<Request, Answer> otherwise =
            request -> json(404, "[{\"errorCode\":\"NOT_FOUND\",\"message\":\"nothing rehearsed\"}]");
    private final Deque<Answer> logins = new ArrayDeque<>();
    final List<Request> requests = new CopyOnWriteArrayList<>();
    final List<Request> loginRequests = new CopyOnWriteArrayList<>();

    SalesforceStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    SalesforceSettings settings() {
        return settings(Duration.ofSeconds(20), 1_000);
    }

    SalesforceSettings settings(Duration timeout, int callsPerDay) {
        return new SalesforceSettings(URI.create(url()), "the-client", "the-secret", "62.0", timeout, callsPerDay);
    }

    SalesforceStandIn answers(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    /** Says what to answer once the rehearsed answers are used up. */
    SalesforceStandIn answersBy(Function<Request, Answer> rule) {
        otherwise = rule;
        return this;
    }

    SalesforceStandIn answersLogin(Answer... next) {
        logins.addAll(List.of(next));
        return this;
    }

    static Answer json(int status, String body) {
        return text(status, "application/json;charset=UTF-8", body);
    }

    static Answer html(int status, String body) {
        return text(status, "text/html", body);
    }

    /** Closes the connection without a word. */
    static Answer drop() {
        return HttpExchange::close;
    }

    /** Promises so many bytes and goes away after the first. */
    static Answer torn(long bytes) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            exchange.close();
        };
    }

    /** Says nothing until the stand-in is closed. */
    Answer silence() {
        return exchange -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        };
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private static Answer text(int status, String type, String body) {
        return exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("Sforce-Limit-Info", "api-usage=18/15000");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Request request = new Request(
                exchange.getRequestMethod(),
                path,
                exchange.getRequestHeaders().getFirst("Authorization"),
                exchange.getRequestHeaders().getFirst("Sforce-Call-Options"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        next(path, request).to(exchange);
    }

    private synchronized Answer next(String path, Request request) {
        if (path.startsWith("/services/oauth2/revoke")) {
            return json(200, "");
        }
        if (path.equals(TOKEN_PATH)) {
            loginRequests.add(request);
            return logins.isEmpty() ? token() : logins.remove();
        }
        requests.add(request);
        return answers.isEmpty() ? otherwise.apply(request) : answers.remove();
    }

    /** A good login. */
    Answer token() {
        return json(
                200,
                """
                {"access_token":"00Dtoken%d","instance_url":"%s","token_type":"Bearer","signature":"s","issued_at":"1",\
                "id":"https://login.salesforce.com/id/00D000000000001EAA/005000000000001AAA"}"""
                        .formatted(loginRequests.size(), url()));
    }
}
