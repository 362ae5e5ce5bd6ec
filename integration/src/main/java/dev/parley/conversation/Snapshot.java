package dev.parley.conversation;

import java.time.Instant;

/**
 * A conversation as it stands, ready to be turned into CRM records.
 *
 * @param rowId its key in the store
 * @param key its source and id
 * @param version how many events are folded in
 * @param appliedVersion the version that the CRM holds; 0 before the first delivery
 * @param conversation the folded state
 * @param tally what its messages add up to
 * @param transcript what of the transcript may have changed since {@code appliedVersion}
 * @param opening the visitor's first words, or null
 * @param live false for history: everything was old when it first arrived
 * @param attempts failed deliveries in a row
 */
public record Snapshot(
        long rowId,
        ConversationKey key,
        long version,
        long appliedVersion,
        Conversation conversation,
        Tally tally,
        Transcript transcript,
        String opening,
        boolean live,
        int attempts) {

    /** What the status is called in the CRM: {@code Open}, {@code Waiting} (for an answer) or {@code Closed}. */
    public String status() {
        if (isClosed()) {
            return "Closed";
        }
        return tally.lastRole() == Role.VISITOR ? "Waiting" : "Open";
    }

    /** Whether it has ended and nobody went on with it since. */
    public boolean isClosed() {
        Instant closed = conversation.saidAt(Facts.CLOSED);
        // Only starts tell the channel: one after the closing opens the conversation again.
        boolean reopened = isAfter(tally.lastAt(), closed) || isAfter(conversation.saidAt(Facts.CHANNEL), closed);
        return closed != null && !reopened;
    }

    private static boolean isAfter(Instant later, Instant closed) {
        return later != null && closed != null && later.isAfter(closed);
    }
}
