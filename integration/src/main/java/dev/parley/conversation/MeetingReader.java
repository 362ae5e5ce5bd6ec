package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * Reads a meeting out of what was said of its UIDs.
 *
 * @param said of each UID of its chain, the one it has now first
 */
record MeetingReader(List<MeetingFacts> said) {

    MeetingState state(String source, String first, String uid, List<String> later, Latest<JsonNode> state) {
        JsonNode times = thing(MeetingFacts.TIMES);
        return new MeetingState(
                source,
                first,
                uid,
                later,
                status(MeetingStatus.valueOf(state.value().path("status").asText())),
                said.stream().anyMatch(facts -> facts.latest(MeetingFacts.BOOKED) != null),
                state.at().time(),
                state.value().path("reason").asText(null),
                instant(times.path("start")),
                instant(times.path("end")),
                text(MeetingFacts.TIMEZONE),
                person(thing(MeetingFacts.ORGANIZER)),
                StreamSupport.stream(thing(MeetingFacts.ATTENDEES).spliterator(), false)
                        .map(MeetingReader::person)
                        .toList(),
                text(MeetingFacts.SUBJECT),
                text(MeetingFacts.LOCATION),
                thing(MeetingFacts.ANSWERS).isMissingNode() ? null : thing(MeetingFacts.ANSWERS),
                said.get(0).replies(),
                said.get(0).wish().map(MeetingReader::wish).orElse(null));
    }

    private static MeetingState.Wish wish(Latest<JsonNode> wish) {
        return new MeetingState.Wish(
                wish.at().time(),
                instant(wish.value().path("start")),
                instant(wish.value().path("end")));
    }

    /** A booking that takes another one's place moves the meeting, whatever the service calls it. */
    private MeetingStatus status(MeetingStatus told) {
        return told == MeetingStatus.BOOKED && said.get(0).previousUid() != null ? MeetingStatus.RESCHEDULED : told;
    }

    private JsonNode thing(String name) {
        return said.stream()
                .map(facts -> facts.latest(name))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Latest::value)
                .orElse(MissingNode.getInstance());
    }

    private String text(String name) {
        return thing(name).asText(null);
    }

    private static Instant instant(JsonNode time) {
        return time.isTextual() ? Instant.parse(time.textValue()) : null;
    }

    private static Person person(JsonNode node) {
        return node.isMissingNode() ? null : Json.MAPPER.convertValue(node, Person.class);
    }
}
