package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/**
 * A meeting as it stands after all its events, whatever UIDs it had.
 *
 * @param source the booking service or mailbox that tells of it
 * @param firstUid the UID it had first, as far as that is known; it stays the meeting's identity
 * @param uid the UID it has now
 * @param laterUids all that it had since; before the chain was known as a whole it may have gone by one of them
 * @param status where it stands
 * @param booked whether it was ever agreed, as far as is known
 * @param at when that was said
 * @param reason why it was cancelled or moved, or null
 * @param start as last agreed, or null if never said
 * @param end as last agreed, or null if never said
 * @param timezone IANA name, or null
 * @param organizer who holds it, or null
 * @param attendees who comes; never null
 * @param subject or null
 * @param location or null
 * @param answers what was filled in on booking, or null
 * @param replies what attendees answered to an invitation, an object each; never null
 * @param wish what is asked for since it stands so; null if nothing is
 */
public record MeetingState(
        String source,
        String firstUid,
        String uid,
        List<String> laterUids,
        MeetingStatus status,
        boolean booked,
        Instant at,
        String reason,
        Instant start,
        Instant end,
        String timezone,
        Person organizer,
        List<Person> attendees,
        String subject,
        String location,
        JsonNode answers,
        List<JsonNode> replies,
        Wish wish) {

    /**
     * What somebody asks for.
     *
     * @param at when they did
     * @param start null if any time will do
     * @param end null where it is not said
     */
    public record Wish(Instant at, Instant start, Instant end) {}

    /** Whether it is or was agreed, at times that are known. */
    public boolean isScheduled() {
        return booked && start != null;
    }

    /** Whether somebody asks for it or agreed to it; a cancellation or an answer alone tells of nothing. */
    public boolean isNews() {
        return booked || status == MeetingStatus.REQUESTED;
    }
}
