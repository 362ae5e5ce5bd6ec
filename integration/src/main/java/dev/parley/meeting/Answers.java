package dev.parley.meeting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.parley.conversation.AskedMeetings.Asked;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Person;
import dev.parley.mapping.MeetingPolicy;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What Parley says of a meeting, as events of its conversation; the same answer is the same event. */
final class Answers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONGEST_ID = 255;

    private final Asked asked;
    private final MeetingState meeting;
    private final MeetingPolicy policy;
    private final ZoneId zone;
    private final Instant now;

    Answers(Asked asked, MeetingState meeting, MeetingPolicy policy, ZoneId zone, Instant now) {
        this.asked = asked;
        this.meeting = meeting;
        this.policy = policy;
        this.zone = zone;
        this.now = now;
    }

    /**
     * Times to choose from.
     *
     * @param wish what they answer: a name of it, of which there is one answer
     * @param reason why what was chosen cannot be had, or null
     */
    ChatEvent offered(Seller seller, List<Slot> slots, String wish, String reason) {
        ObjectNode data = data();
        data.putObject("organizer").put("name", seller.name());
        data.put("until", now.plus(policy.hold()).toString());
        slots.forEach(slot -> times(data.withArray("slots").addObject(), slot));
        data.withArray("slots");
        if (reason != null || slots.isEmpty()) {
            data.put("reason", reason == null ? "none" : reason);
        }
        return event("meeting.slots.offered", wish, data);
    }

    /** For the chat service: it stands. */
    ChatEvent confirmed(Appointment appointment) {
        return event("meeting.confirmed", revision(appointment), agreed(appointment));
    }

    /**
     * The meeting as it now is.
     *
     * @param type {@code meeting.booked} or {@code meeting.rescheduled}
     */
    ChatEvent stands(String type, Appointment appointment) {
        ObjectNode data = agreed(appointment);
        List<Person> attendees = meeting.attendees().isEmpty() ? appointment.guests() : meeting.attendees();
        attendees.forEach(person -> {
            ObjectNode attendee = data.withArray("attendees").addObject();
            attendee.put("id", person.id()).put("name", person.name());
            attendee.put("email", person.email()).put("phone", person.phone());
            attendee.put("locale", person.locale());
        });
        return event(type, revision(appointment), data);
    }

    /**
     * The meeting stays as it is booked, though somebody said that it was moved.
     *
     * @param said when they said so
     */
    ChatEvent stays(Appointment appointment, String said) {
        return event("meeting.rescheduled", revision(appointment) + ":" + said, agreed(appointment));
    }

    /** It is off, for a reason that the conversation does not know yet. */
    ChatEvent cancelled(Appointment appointment, String reason) {
        return event("meeting.cancelled", revision(appointment), data().put("reason", reason));
    }

    private ObjectNode agreed(Appointment appointment) {
        ObjectNode data = data();
        times(data, appointment.booking().slot());
        data.put("subject", appointment.subject());
        if (appointment.location() != null) {
            data.put("location", appointment.location());
        }
        Person seller = appointment.organizer();
        data.putObject("organizer").put("name", seller.name()).put("email", seller.email());
        return data;
    }

    private ObjectNode data() {
        ObjectNode data = JSON.objectNode().put("uid", meeting.uid()).put("timezone", zone.getId());
        if (meeting.timezone() != null && !meeting.timezone().equals(zone.getId())) {
            data.put("unknownTimezone", meeting.timezone());
        }
        return data;
    }

    private void times(ObjectNode data, Slot slot) {
        DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        data.put("start", format.format(slot.start().atZone(zone)))
                .put("end", format.format(slot.end().atZone(zone)));
    }

    private static String revision(Appointment appointment) {
        return Integer.toString(appointment.booking().revision());
    }

    private ChatEvent event(String type, String which, ObjectNode data) {
        return ChatEvents.read(new Envelope(
                id(type, which),
                asked.source(),
                type,
                asked.conversation().key().id(),
                at(),
                "",
                data));
    }

    /** Different for different answers, however long the UID is. */
    private String id(String type, String which) {
        String id = String.join(":", "parley", type, meeting.uid(), which);
        return id.length() <= LONGEST_ID
                ? id
                : "parley:" + type + ":" + Hashing.sha256().hashString(id, StandardCharsets.UTF_8);
    }

    /** Later than what it answers, whatever the clock of the chat service says. */
    private Instant at() {
        Instant last = meeting.wish() != null && meeting.wish().at().isAfter(meeting.at())
                ? meeting.wish().at()
                : meeting.at();
        return now.isAfter(last) ? now : last.plusMillis(1);
    }
}
