package dev.parley.channel.writeback;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What is told of one event.
 *
 * @param mark is the same for the same event and for no other, and stands in the note: by it the note is found again
 *     after an unknown outcome, and known as Parley's own when it comes back by webhook
 * @param text for the service's agents, in one line, without the mark
 * @param takeover who takes the conversation over; null where nobody does by this event
 */
record Note(String mark, String text, Takeover takeover) {

    /**
     * Who takes a conversation over.
     *
     * @param email by which they are found among the service's agents
     * @param attributes what is set on the conversation, by name
     */
    record Takeover(String email, Map<String, String> attributes) {}

    /** Sixteen letters and no digits: what masks card numbers lets them stand. */
    static String mark(String eventId) {
        String letters = Hashing.sha256()
                .hashString(eventId, StandardCharsets.UTF_8)
                .toString()
                .substring(0, 16)
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return "[parley:" + letters + "]";
    }

    /** With the mark at its end. */
    String marked() {
        return text + " " + mark;
    }

    Optional<Takeover> takenOver() {
        return Optional.ofNullable(takeover);
    }
}
