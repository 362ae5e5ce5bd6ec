package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * What a meeting event says.
 *
 * @param uid the booking's or invitation's UID (RFC 5545 section 3.8.4.7)
 * @param previousUid the UID it had before a reschedule, or null
 * @param start null where the event's type does not need it
 * @param end null where the event's type does not need it
 * @param timezone IANA name, or null
 * @param organizer or null
 * @param attendees never null
 * @param subject or null
 * @param location or null
 * @param reason why it was cancelled or declined, or null
 * @param answers what the visitor filled in, or null
 */
public record Meeting(
        String uid,
        String previousUid,
        Instant start,
        Instant end,
        String timezone,
        Person organizer,
        List<Person> attendees,
        String subject,
        String location,
        String reason,
        JsonNode answers) {

    public Meeting {
        attendees = attendees == null ? List.of() : List.copyOf(attendees);
    }
}
