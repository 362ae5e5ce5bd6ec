package dev.parley.meeting;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.AskedMeetings.Asked;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.Envelope;
import dev.parley.conversation.MeetingState;
import dev.parley.mapping.MeetingPolicy;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** What Parley says to a wish for a meeting, as events of its conversation; the same answer is the same event. */
final class Answers {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Asked asked;
    private final MeetingState meeting;
    private final MeetingPolicy policy;
    private final Instant now;

    Answers(Asked asked, MeetingState meeting, MeetingPolicy policy, Instant now) {
        this.asked = asked;
        this.meeting = meeting;
        this.policy = policy;
        this.now = now;
    }

    /** @param reason why what was chosen cannot be had, or null */
    ChatEvent offered(Seller seller, List<Slot> slots, String reason) {
        ObjectNode data = data();
        data.putObject("organizer").put("name", seller.name());
        data.put("until", now.plus(policy.hold()).toString());
        slots.forEach(slot -> times(data.withArray("slots").addObject(), slot));
        data.withArray("slots");
        if (reason != null || slots.isEmpty()) {
            data.put("reason", reason == null ? "none" : reason);
        }
        return event("meeting.slots.offered", meeting.at().toString(), data);
    }

    /** That it stands: for the chat service, and as the meeting that it now is. */
    List<ChatEvent> booked(Seller seller, Slot slot, String subject) {
        ObjectNode confirmed = data();
        times(confirmed, slot);
        confirmed.put("subject", subject);
        confirmed.putObject("organizer").put("name", seller.name()).put("email", seller.email());
        ObjectNode booked = confirmed.deepCopy();
        meeting.attendees().forEach(person -> {
            ObjectNode attendee = booked.withArray("attendees").addObject();
            attendee.put("id", person.id()).put("name", person.name());
            attendee.put("email", person.email()).put("phone", person.phone());
        });
        String which = slot.start().toString();
        return List.of(event("meeting.confirmed", which, confirmed), event("meeting.booked", which, booked));
    }

    private ObjectNode data() {
        ObjectNode data = JSON.objectNode().put("uid", meeting.uid()).put("timezone", zone().getId());
        if (meeting.timezone() != null && !meeting.timezone().equals(zone().getId())) {
            data.put("unknownTimezone", meeting.timezone());
        }
        return data;
    }

    /** The visitor's, else the company's. */
    private ZoneId zone() {
        try {
            return meeting.timezone() == null ? policy.zone() : ZoneId.of(meeting.timezone());
        } catch (DateTimeException e) {
            return policy.zone();
        }
    }

    private void times(ObjectNode data, Slot slot) {
        DateTimeFormatter format = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
        data.put("start", format.format(slot.start().atZone(zone())))
                .put("end", format.format(slot.end().atZone(zone())));
    }

    private ChatEvent event(String type, String which, ObjectNode data) {
        String id = String.join(":", "parley", type, meeting.uid(), which);
        return ChatEvents.read(new Envelope(
                id.length() <= 255 ? id : id.substring(id.length() - 255),
                asked.source(),
                type,
                asked.conversation().key().id(),
                now,
                "",
                data));
    }
}
