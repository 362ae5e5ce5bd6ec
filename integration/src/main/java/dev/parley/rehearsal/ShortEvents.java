package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Events as tests write them, with what was left out put in: always the same. */
final class ShortEvents {

    private static final Instant FIRST = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration APART = Duration.ofMinutes(1);

    private ShortEvents() {}

    /** The events as CloudEvents, in the order of the list. */
    static List<ObjectNode> whole(JsonNode events) {
        List<ObjectNode> whole = new ArrayList<>();
        for (JsonNode event : events) {
            whole.add(whole(event.deepCopy(), whole.size()));
        }
        return whole;
    }

    private static ObjectNode whole(ObjectNode event, int before) {
        event.put("specversion", "1.0");
        putIfAbsent(event, "id", "e" + (before + 1));
        putIfAbsent(event, "source", "web");
        // A meeting may come without a conversation, and finds its own.
        if (!event.path("type").asText().startsWith("meeting.")) {
            putIfAbsent(event, "subject", "c1");
        }
        putIfAbsent(event, "time", FIRST.plus(APART.multipliedBy(before)).toString());
        if (!event.has("data")) {
            event.putObject("data");
        }
        return event;
    }

    private static void putIfAbsent(ObjectNode event, String name, String value) {
        if (!event.has(name)) {
            event.put(name, value);
        }
    }
}
