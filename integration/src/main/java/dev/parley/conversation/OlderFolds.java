package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Folds that stand in stores since before meetings had a place of their own: the last event of each UID was a fact, its
 * data with its type beside them.
 */
final class OlderFolds {

    private static final String MEETING = "meeting.";

    private OlderFolds() {}

    /** The same fold as it is written today; its events came from the conversation's own source. */
    static Conversation renewed(Conversation stored, String source) {
        SortedMap<String, Latest<JsonNode>> old = stored.facts().subMap(MEETING, MEETING + Character.MAX_VALUE);
        if (old.isEmpty()) {
            return stored;
        }
        Conversation renewed = stored.withFacts(without(stored.facts(), List.copyOf(old.keySet())));
        for (Latest<JsonNode> event : old.values()) {
            if (event(event, source) instanceof ChatEvent.MeetingEvent meeting) {
                renewed = renewed.withMeeting(meeting);
            }
        }
        return renewed;
    }

    private static SortedMap<String, Latest<JsonNode>> without(
            SortedMap<String, Latest<JsonNode>> facts, List<String> names) {
        SortedMap<String, Latest<JsonNode>> rest = new TreeMap<>(facts);
        names.forEach(rest::remove);
        return rest;
    }

    /** As far as the envelope matters to the fold: its type and where it stood. */
    private static ChatEvent event(Latest<JsonNode> said, String source) {
        Position at = said.at();
        String type = said.value().path("type").asText();
        return ChatEvents.read(
                new Envelope(at.id(), source, type, null, at.time(), at.sequence(), (ObjectNode) said.value()));
    }
}
