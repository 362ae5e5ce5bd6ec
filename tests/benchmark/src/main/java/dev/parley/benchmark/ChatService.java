package dev.parley.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Posts events in batches over a few connections, each of which waits for its answer before it posts again. */
final class ChatService {

    private static final int MOST_OPEN = 64;

    private final Semaphore open = new Semaphore(MOST_OPEN);
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI endpoint;

    ChatService(URI plugin) {
        this.endpoint = plugin.resolve("/v1/events");
    }

    /** Posts the batches and returns when all of them are durable. */
    void post(List<List<ObjectNode>> batches, int connections) {
        ExecutorService senders = Executors.newFixedThreadPool(connections);
        try {
            batches.stream()
                    .map(batch -> CompletableFuture.runAsync(() -> post(batch), senders))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            senders.shutdown();
        }
    }

    /** Sends one event without waiting for the answer; waits only while {@link #MOST_OPEN} answers are awaited. */
    void send(ObjectNode event) {
        open.acquireUninterruptibly();
        http.sendAsync(request(List.of(event)), BodyHandlers.ofString()).whenComplete((answer, fault) -> {
            open.release();
            if (fault != null || answer.statusCode() != 202) {
                System.err.println("An event was not taken: " + (fault == null ? answer.body() : fault));
            }
        });
    }

    private HttpRequest request(List<ObjectNode> batch) {
        return HttpRequest.newBuilder(endpoint)
                .header("Authorization", "Bearer " + Plugin.CHANNEL_TOKEN)
                .header("Content-Type", "application/cloudevents-batch+json")
                .POST(BodyPublishers.ofString(batch.toString()))
                .build();
    }

    private void post(List<ObjectNode> batch) {
        try {
            HttpResponse<String> answer = http.send(request(batch), BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException("The plugin answered " + answer.statusCode() + ": " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while posting", e);
        }
    }
}
