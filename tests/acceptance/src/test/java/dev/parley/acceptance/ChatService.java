package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A chat service that sends its conversations to the plugin, and the admin who looks what became of them. */
final class ChatService {

    private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(4);
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Plugin plugin;

    ChatService(Plugin plugin) {
        this.plugin = plugin;
    }

    /** What the plugin acknowledged. */
    record Receipt(int accepted, int duplicates) {}

    /** Posts all that was told of the conversations, as one batch. */
    Receipt post(Chat... chats) {
        return post(Arrays.stream(chats).flatMap(chat -> chat.events().stream()).toList());
    }

    Receipt post(List<ObjectNode> events) {
        JsonNode body = Json.send("POST", plugin.url() + "/v1/events", Plugin.CHANNEL_TOKEN, BATCH, events.toString())
                .orThrow("a batch of " + events.size() + " events");
        return new Receipt(
                body.path("accepted").asInt(), body.path("duplicates").asInt());
    }

    /** Posts the conversations and waits until the CRM has them. */
    void tell(Chat... chats) {
        post(chats);
        awaitDelivery(chats);
    }

    /** Sends all that was told of the conversation over a WebSocket; returns when each event is acknowledged. */
    void stream(Chat chat) throws InterruptedException {
        Frames answers = new Frames();
        WebSocket socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .subprotocols("cloudevents.json")
                .header("Authorization", "Bearer " + Plugin.CHANNEL_TOKEN)
                .buildAsync(URI.create(plugin.url().replace("http", "ws") + "/v1/stream"), answers)
                .join();
        for (ObjectNode event : chat.events()) {
            socket.sendText(event.toString(), true).join();
            String answer = answers.next();
            if (!MAPPER.createObjectNode()
                    .set("ack", event.get("id"))
                    .toString()
                    .equals(answer)) {
                throw new AssertionError(event.get("id") + " was answered " + answer);
            }
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /** Waits until nothing at all is to be written any more. */
    void awaitDelivery() {
        Awaitility.await("delivery")
                .atMost(LONGEST_DELIVERY)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> admin("GET", "/v1/status").at("/delivery/waiting").asInt(-1) == 0);
    }

    /** What the admin sees of a conversation. */
    JsonNode view(Chat chat) {
        return admin("GET", "/v1/conversations/" + chat.source() + "/" + chat.id());
    }

    /** All that was laid aside of a conversation. */
    List<JsonNode> deadLetters(Chat chat) {
        return view(chat).path("deadLetters").valueStream().toList();
    }

    JsonNode admin(String method, String path) {
        return Json.send(method, plugin.url() + path, Plugin.ADMIN_TOKEN, Json.TYPE, null)
                .orThrow(path);
    }

    /** Waits until nothing of the conversations is on its way any more. */
    void awaitDelivery(Chat... chats) {
        for (Chat chat : chats) {
            Awaitility.await("delivery of " + chat.externalId())
                    .atMost(LONGEST_DELIVERY)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> status(chat), status -> !status.equals("due"));
        }
    }

    String status(Chat chat) {
        return view(chat).at("/delivery/status").asText();
    }

    private static final class Frames implements WebSocket.Listener {

        private final BlockingQueue<String> received = new LinkedBlockingQueue<>();
        private final StringBuilder frame = new StringBuilder();

        /** The next answer; null after 20 s. What Parley says by itself meanwhile is an event, and is passed over. */
        String next() throws InterruptedException {
            String text = received.poll(20, TimeUnit.SECONDS);
            while (text != null && text.contains("\"specversion\"")) {
                text = received.poll(20, TimeUnit.SECONDS);
            }
            return text;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            frame.append(data);
            if (last) {
                received.add(frame.toString());
                frame.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }
}
