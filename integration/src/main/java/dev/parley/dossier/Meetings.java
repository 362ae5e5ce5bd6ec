package dev.parley.dossier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.MeetingStatus;
import dev.parley.conversation.Person;
import dev.parley.crm.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The meetings of a conversation as mapping files see them: those that were agreed, at times that are known. */
final class Meetings {

    private Meetings() {}

    static ArrayNode of(Conversation conversation, BiFunction<String, String, Optional<String>> users) {
        ArrayNode meetings = JsonNodeFactory.instance.arrayNode();
        conversation.meetingStates().stream()
                .filter(MeetingState::isScheduled)
                .map(meeting -> meeting(meeting, users))
                .forEach(meetings::add);
        return meetings;
    }

    /** Of these meetings' later UIDs, those that were taken for meetings of their own; as they were, but called off. */
    static List<ObjectNode> doubled(Conversation conversation, ArrayNode meetings, Predicate<String> written) {
        Map<String, MeetingState> states = conversation.meetingStates().stream()
                .collect(Collectors.toMap(Meetings::externalId, state -> state, (one, other) -> one));
        List<ObjectNode> doubled = new ArrayList<>();
        for (JsonNode meeting : meetings) {
            laterIds(states.get(meeting.path("externalId").asText()))
                    .filter(written)
                    .map(id -> calledOff(meeting.deepCopy(), id))
                    .forEach(doubled::add);
        }
        return doubled;
    }

    /** External ids under which a meeting may have been written before it was known which was its first UID. */
    static Stream<String> laterIds(MeetingState meeting) {
        return meeting.laterUids().stream().map(uid -> ExternalId.of(meeting.source(), uid));
    }

    private static String externalId(MeetingState meeting) {
        return ExternalId.of(meeting.source(), meeting.firstUid());
    }

    private static ObjectNode calledOff(ObjectNode meeting, String externalId) {
        meeting.put(
                "reason", "the same meeting as " + meeting.path("externalId").asText());
        return meeting.put("externalId", externalId).put("status", MeetingStatus.CANCELLED.word());
    }

    private static ObjectNode meeting(MeetingState meeting, BiFunction<String, String, Optional<String>> users) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("externalId", externalId(meeting))
                .put("source", meeting.source())
                .put("uid", meeting.uid())
                .put("status", meeting.status().word());
        Dossiers.put(node, "start", Dossiers.time(meeting.start()));
        Dossiers.put(node, "end", Dossiers.time(meeting.end()));
        Dossiers.put(node, "timezone", meeting.timezone());
        Dossiers.put(node, "subject", meeting.subject());
        Dossiers.put(node, "location", meeting.location());
        Dossiers.put(node, "reason", meeting.reason());
        if (meeting.organizer() != null) {
            node.set("organizer", organizer(meeting.organizer(), users));
        }
        meeting.attendees().forEach(attendee -> node.withArray("attendees").add(person(attendee)));
        if (meeting.answers() != null) {
            node.set("answers", meeting.answers());
        }
        meeting.replies().forEach(reply -> node.withArray("replies").add(reply));
        return node;
    }

    /** Booking services name hosts by their addresses; an id alone may be that of an agent. */
    private static ObjectNode organizer(Person person, BiFunction<String, String, Optional<String>> users) {
        ObjectNode node = person(person);
        String id = person.id() == null ? person.email() : person.id();
        if (id != null) {
            Dossiers.put(node, "userId", users.apply(id, person.email()).orElse(null));
        }
        return node;
    }

    private static ObjectNode person(Person person) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Dossiers.put(node, "id", person.id());
        Dossiers.put(node, "name", person.name());
        Dossiers.put(node, "email", person.email());
        Dossiers.put(node, "phone", person.phone());
        return node;
    }
}
