package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent.HandoffEvent;
import dev.parley.conversation.ChatEvent.HandoffOffered;
import java.util.List;
import java.util.Map;

/** What is kept of an offer in its conversation's fold: all but the brief, which is as long as a talk. */
final class HandoffFacts {
    private static final List<String> KEPT = List.of("offer", "to", "until", "rank", "reason", "pool", "among");
    private static final String ANSWER = ".answer";

    private HandoffFacts() {}

    /** The fact by its name; the names' order is that of the offers. */
    static Map<String, JsonNode> of(HandoffEvent event) {
        String name = Facts.HANDOFF + "%03d".formatted(event.rank());
        ObjectNode data = event.envelope().data();
        ObjectNode kept = Json.MAPPER.createObjectNode();
        if (event instanceof HandoffOffered) {
            KEPT.stream().filter(data::hasNonNull).forEach(key -> kept.set(key, data.get(key)));
            kept.put("at", event.envelope().time().toString());
            return Map.of(name, kept);
        }
        String type = event.envelope().type();
        kept.put("answer", type.substring(type.indexOf('.') + 1))
                .put("at", event.envelope().time().toString())
                .put("escalated", data.path("escalated").asBoolean());
        if (data.hasNonNull("owner")) {
            kept.set("owner", data.get("owner"));
        }
        return Map.of(name + ANSWER, kept);
    }
}
