package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Person;
import dev.parley.crm.ExternalId;
import java.util.Optional;
import java.util.function.BiFunction;

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

    private static ObjectNode meeting(MeetingState meeting, BiFunction<String, String, Optional<String>> users) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("externalId", ExternalId.of(meeting.source(), meeting.firstUid()))
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
