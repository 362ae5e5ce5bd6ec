package dev.parley.channel.mailbox;

import dev.parley.conversation.Person;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one VEVENT of an iTIP message says (RFC 5546).
 *
 * @param method what the message is for, in upper case
 * @param uid of the event, or of the series that it is in
 * @param recurrenceId which event of the series, in UTC ({@code 20260302T090000Z}); null for an event that stands alone,
 *     and for the series itself
 * @param sequence which revision, from 0
 * @param stamp when this was said
 * @param start null if it is not said
 * @param end null if it is not said
 * @param timezone IANA name of the start's zone, or null
 * @param organizer or null
 * @param attendees with what they answered
 * @param subject or null
 * @param location or null
 * @param comment or null
 */
record Invitation(
        String method,
        String uid,
        String recurrenceId,
        int sequence,
        Instant stamp,
        Instant start,
        Instant end,
        String timezone,
        Person organizer,
        List<Attendee> attendees,
        String subject,
        String location,
        String comment) {

    /**
     * Somebody who is invited.
     *
     * @param status the PARTSTAT in lower case (RFC 5545 section 3.2.12)
     */
    record Attendee(Person person, String status) {}

    /** What tells the event from all others: the UID, and which event of its series it is. */
    String key() {
        return key(uid, recurrenceId);
    }

    static String key(String uid, String recurrenceId) {
        return recurrenceId == null ? uid : uid + "/" + recurrenceId;
    }

    /** The attendee with this address. */
    Optional<Attendee> attendee(String address) {
        return attendees.stream()
                .filter(attendee -> attendee.person().email() != null
                        && attendee.person().email().toLowerCase(Locale.ROOT).equals(address))
                .findFirst();
    }

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "Invitation[" + method + " " + sequence + "]";
    }
}
