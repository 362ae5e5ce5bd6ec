package dev.parley.channel.mailbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.EventReader;
import dev.parley.channel.ProblemException;
import dev.parley.conversation.ChatEvent;
import dev.parley.mapping.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Holds events that mails have become against the same rules as events that are posted. */
final class EventCheck {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ONE = "application/cloudevents+json";

    private final EventReader reader;

    EventCheck(EventReader reader) {
        this.reader = reader;
    }

    /**
     * The events, all of them.
     *
     * @param place what in the mapping files made them, or null
     * @throws UnreadableMail if one of them is not as an event must be
     */
    List<ChatEvent> check(List<ObjectNode> events, String source, Place place) {
        List<ChatEvent> checked = new ArrayList<>();
        for (ObjectNode event : events) {
            try {
                checked.addAll(reader.read(JSON.writeValueAsString(event).getBytes(StandardCharsets.UTF_8), ONE));
            } catch (ProblemException e) {
                String what = "the event " + event.path("type").asText() + " would be wrong: " + e.getMessage();
                throw new UnreadableMail(source, place, what);
            } catch (JsonProcessingException e) {
                throw new UnreadableMail(source, place, "an event cannot be written as JSON");
            }
        }
        return List.copyOf(checked);
    }
}
