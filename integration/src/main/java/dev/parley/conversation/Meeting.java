package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** Its UIDs as far as the event tells them, the earliest first. */
    List<String> uids() {
        return Stream.of(previousUid, uid)
                .filter(each -> each != null && !each.isEmpty())
                .distinct()
                .toList();
    }

    /** Attendees who can be reached and are not the organizer, as given. */
    Stream<Person> guests() {
        return attendees.stream()
                .filter(attendee -> isGiven(attendee.email()) || isGiven(attendee.phone()))
                .filter(attendee -> !isOrganizer(attendee));
    }

    /** The first of them: who booked, as booking services and calendars list them. */
    Optional<Person> guest() {
        return guests().findFirst();
    }

    private boolean isOrganizer(Person attendee) {
        return organizer != null
                && (same(organizer.email(), attendee.email())
                        || (!isGiven(attendee.email()) && same(organizer.phone(), attendee.phone())));
    }

    private static boolean same(String one, String other) {
        return isGiven(one) && isGiven(other) && one.strip().equalsIgnoreCase(other.strip());
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
