package dev.parley.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** A chat service that listens to the plugin, acknowledges what it says, and notes when it first offered what. */
final class Heard implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Long> offered = new ConcurrentHashMap<>();
    private final StringBuilder frame = new StringBuilder();
    private final WebSocket socket;

    Heard(URI plugin) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("cloudevents.json")
                .header("Authorization", "Bearer " + Plugin.CHANNEL_TOKEN)
                .buildAsync(URI.create(plugin.toString().replace("http", "ws") + "/v1/stream"), this)
                .join();
    }

    /** By conversation when its first offer was heard of, as {@link System#nanoTime()} says it. */
    Map<String, Long> offered() {
        return offered;
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
        if (event.path("type").asText().equals("handoff.offered")) {
            offered.putIfAbsent(event.path("subject").asText(), System.nanoTime());
        }
        String id = event.path("id").asText();
        return from.sendText(
                JsonNodeFactory.instance.objectNode().put("ack", id).toString(), true);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The plugin said what is no JSON: " + text, e);
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
