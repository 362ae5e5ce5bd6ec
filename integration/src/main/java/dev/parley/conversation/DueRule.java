package dev.parley.conversation;

import java.time.Duration;
import java.time.Instant;

/**
 * When a conversation is due in the CRM: soon after its first message, seldom while it grows and matters, after a pause
 * while it does not, and at once when it closes.
 *
 * @param firstWrite most time from the first message to the first write
 * @param growing least time between two writes of a conversation that matters and grows
 * @param growingAll true if every conversation counts as one that matters
 * @param quiet how long one that does not matter must be silent before it is written again
 */
public record DueRule(Duration firstWrite, Duration growing, boolean growingAll, Duration quiet) {

    /** The time at which it is due now that an event has come in, or null if there is nothing to write. */
    Instant next(ConversationRow row, boolean hasContent, boolean ends, Instant now) {
        if (!hasContent) {
            return null;
        }
        if (ends) {
            return now;
        }
        if (row.appliedVersion == 0) {
            return earlier(row.dueAt, now.plus(firstWrite));
        }
        if (row.matters || growingAll) {
            Instant allowed = row.appliedAt == null ? now : row.appliedAt.plus(growing);
            return earlier(row.dueAt, allowed.isAfter(now) ? allowed : now);
        }
        return now.plus(quiet);
    }

    /** The same where events that belong before the new one have not come yet: services deliver side by side. */
    Instant afterGap(ConversationRow row, Instant now) {
        return earlier(row.dueAt, now.plus(firstWrite));
    }

    private static Instant earlier(Instant known, Instant other) {
        return known != null && known.isBefore(other) ? known : other;
    }

    /** The same for one that grew while it was being written. */
    Instant afterWrite(boolean matters, boolean ended, Instant now) {
        if (ended) {
            return now;
        }
        return now.plus(matters || growingAll ? growing : quiet);
    }
}
