package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One conversation, written down as CloudEvents: what is said comes a second after what was said before. */
final class Chat {

    private final String source;
    private final String id;
    private final List<ObjectNode> events = new ArrayList<>();
    private Instant time;
    private int told;
    private int said;

    private Chat(String source, String id, Instant begun) {
        this.source = source;
        this.id = id;
        this.time = begun.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A conversation that began a quarter of an hour ago. */
    static Chat of(String id) {
        return begun(id, Instant.now().minus(Duration.ofMinutes(15)));
    }

    static Chat begun(String id, Instant begun) {
        return new Chat("site", id, begun);
    }

    /** The same conversation, had at another source. */
    Chat from(String other) {
        Chat chat = new Chat(other, id, time);
        events.forEach(event -> chat.events.add(event.deepCopy().put("source", other)));
        chat.told = told;
        chat.said = said;
        return chat;
    }

    Chat started(Map<String, ?> visitor) {
        return event("chat.conversation.started", Map.of("channel", "web", "visitor", visitor));
    }

    Chat visitor(String text) {
        return message("visitor", text, false);
    }

    Chat agent(String text) {
        return message("agent", text, false);
    }

    Chat note(String text) {
        return message("agent", text, true);
    }

    Chat edited(String message, String text) {
        return event("chat.message.edited", Map.of("id", message, "text", text));
    }

    Chat deleted(String message) {
        return event("chat.message.deleted", Map.of("id", message));
    }

    Chat closed() {
        return event("chat.conversation.closed", Map.of("by", "agent", "reason", "resolved"));
    }

    /** What is told next happened so much later. */
    Chat later(Duration pause) {
        time = time.plus(pause);
        return this;
    }

    /** Anything else. */
    Chat event(String type, Map<String, ?> data) {
        ObjectNode event = MAPPER.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id + "-" + ++told)
                .put("source", source)
                .put("type", type)
                .put("subject", id)
                .put("time", time.toString());
        events.add(event.set("data", MAPPER.valueToTree(data)));
        time = time.plusSeconds(1);
        return this;
    }

    private Chat message(String role, String text, boolean hidden) {
        Map<String, ?> author = Map.of("role", role, "id", role + "-of-" + id);
        return event(
                "chat.message.posted", Map.of("id", "m" + ++said, "author", author, "text", text, "private", hidden));
    }

    String source() {
        return source;
    }

    String id() {
        return id;
    }

    /** The conversation's external id in the CRM. */
    String externalId() {
        return source + ":" + id;
    }

    /** All that was told so far, as lines of JSON. */
    Stream<String> lines() {
        return events.stream().map(ObjectNode::toString);
    }

    /** All that was told so far. */
    List<ObjectNode> events() {
        return List.copyOf(events);
    }
}
