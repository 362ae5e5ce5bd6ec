package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A chat service that listens to what Parley says down the stream, and acknowledges it. */
final class ParleySays implements WebSocket.Listener, AutoCloseable {
    private final List<JsonNode> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;

    ParleySays(Plugin plugin) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("cloudevents.json")
                .header("Authorization", "Bearer " + Plugin.CHANNEL_TOKEN)
                .buildAsync(URI.create(plugin.url().replace("http", "ws") + "/v1/stream"), this)
                .join();
    }

    /** What was said of a conversation by events of that type, in their order. */
    List<JsonNode> all(Chat chat, String type) {
        return heard.stream()
                .filter(event -> event.path("subject").asText().equals(chat.id()))
                .filter(event -> event.path("type").asText().equals(type))
                .map(event -> event.path("data"))
                .toList();
    }

    /** The data of so manieth event of that type, from 1, as soon as it comes. */
    JsonNode await(Chat chat, String type, int number) {
        Awaitility.await(type + " of " + chat.id())
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> all(chat, type).size() >= number);
        return all(chat, type).get(number - 1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frame.append(data);
        from.request(1);
        if (!last) {
            return null;
        }
        JsonNode event = read(frame.toString());
        frame.setLength(0);
        heard.add(event);
        return from.sendText(
                MAPPER.createObjectNode().put("ack", event.path("id").asText()).toString(), true);
    }

    private static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
