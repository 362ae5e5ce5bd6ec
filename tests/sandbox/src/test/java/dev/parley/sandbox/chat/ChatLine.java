package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.net.URI;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A browser's line to the chat service, as a test speaks it. */
final class ChatLine implements AutoCloseable {
    private final BlockingQueue<ObjectNode> heard = new LinkedBlockingQueue<>();
    private final Vertx vertx = Vertx.vertx();
    private final WebSocket socket;

    /** @param page {@code site} for a visitor, {@code desk} for an agent */
    ChatLine(String org, String page) {
        URI address = URI.create(org);
        socket = vertx.createWebSocketClient()
                .connect(address.getPort(), address.getHost(), "/" + page + "/chat")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        socket.textMessageHandler(text -> Json.parse(text).ifPresent(heard::add));
    }

    void tell(String frame, Object... values) {
        socket.writeTextMessage(frame.replace('\'', '"').formatted(values));
    }

    /** The next frame of that kind; what came before it is forgotten. */
    ObjectNode hear(Predicate<ObjectNode> kind) throws InterruptedException {
        while (true) {
            ObjectNode frame = heard.poll(20, TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("It was not heard.");
            }
            if (kind.test(frame)) {
                return frame;
            }
        }
    }

    ObjectNode hear(String type) throws InterruptedException {
        return hear(frame -> frame.path("type").asText().equals(type));
    }

    @Override
    public void close() {
        vertx.close();
    }
}
