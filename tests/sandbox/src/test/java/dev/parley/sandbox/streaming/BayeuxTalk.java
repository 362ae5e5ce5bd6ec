package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.Api;
import java.util.ArrayList;
import java.util.List;

/** A subscriber that speaks Bayeux itself, to see every message. */
final class BayeuxTalk {
    private final Api api;
    private String clientId;
    private int sent;

    BayeuxTalk(Api api) {
        this.api = api;
    }

    JsonNode handshake() {
        ObjectNode message = message("/meta/handshake").put("version", "1.0");
        message.putArray("supportedConnectionTypes").add("long-polling");
        JsonNode answer = send(message).get(0);
        clientId = answer.path("clientId").asText();
        return answer;
    }

    List<JsonNode> connect() {
        return send(message("/meta/connect").put("connectionType", "long-polling"));
    }

    JsonNode subscribe(String channel, long replayId) {
        ObjectNode message = message("/meta/subscribe").put("subscription", channel);
        message.putObject("ext").putObject("replay").put(channel, replayId);
        return send(message).get(0);
    }

    JsonNode unsubscribe(String channel) {
        return send(message("/meta/unsubscribe").put("subscription", channel)).get(0);
    }

    JsonNode disconnect() {
        return send(message("/meta/disconnect")).get(0);
    }

    /** Shakes hands, connects and subscribes. */
    BayeuxTalk listening(String channel, long replayId) {
        handshake();
        connect();
        subscribe(channel, replayId);
        return this;
    }

    /** The data of the events that the next connect brings. */
    List<JsonNode> events() {
        return connect().stream()
                .filter(message -> message.path("channel").asText().startsWith("/data/"))
                .map(message -> message.path("data"))
                .toList();
    }

    private ObjectNode message(String channel) {
        ObjectNode message =
                JsonNodeFactory.instance.objectNode().put("channel", channel).put("id", String.valueOf(++sent));
        return clientId == null ? message : message.put("clientId", clientId);
    }

    private List<JsonNode> send(ObjectNode message) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode().add(message);
        List<JsonNode> answers = new ArrayList<>();
        api.post("/cometd/62.0", messages.toString()).body().forEach(answers::add);
        return answers;
    }
}
