package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Writes the events of a conversation as a chat service would send them. */
public final class Talk {

    /** When the talks of the tests begin. */
    public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final String source;
    private final String subject;

    public Talk(String source, String subject) {
        this.source = source;
        this.subject = subject;
    }

    /** An event at some seconds after noon; its data in JSON, single quotes allowed. */
    public ChatEvent event(String type, int second, String id, String data) {
        return ChatEvents.read(new Envelope(id, source, type, subject, NOON.plusSeconds(second), "", json(data)));
    }

    public ChatEvent started(int second) {
        return event("chat.conversation.started", second, "start", "{'channel':'web','visitor':{'id':'v1'}}");
    }

    public ChatEvent says(String role, int second, String messageId, String text) {
        ObjectNode data = json("{'id':'" + messageId + "','author':{'role':'" + role + "','name':'Kim'}}");
        data.put("text", text);
        return ChatEvents.read(new Envelope(
                "e-" + messageId + "-" + second,
                source,
                "chat.message.posted",
                subject,
                NOON.plusSeconds(second),
                "",
                data));
    }

    public ChatEvent closed(int second) {
        return event("chat.conversation.closed", second, "close", "{'by':'agent','reason':'resolved'}");
    }

    public ConversationKey key() {
        return new ConversationKey(source, subject);
    }

    private static ObjectNode json(String text) {
        try {
            JsonNode node = Json.MAPPER.readTree(text.replace('\'', '"'));
            return (ObjectNode) node;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
