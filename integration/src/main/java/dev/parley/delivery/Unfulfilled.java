package dev.parley.delivery;

import dev.parley.conversation.Snapshot;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * Wishes about one's data that Parley takes but does not carry out yet: each becomes a dead letter, so that a person
 * does it by hand and nothing is silently dropped.
 */
final class Unfulfilled {

    private Unfulfilled() {}

    static void layAside(EntityManager em, Memory memory, Snapshot conversation, String wish, Instant now) {
        RecordKey record = new RecordKey("Wish", wish);
        if (!memory.isDead(conversation, record)) {
            memory.layAside(
                    em,
                    AppliedRow.Key.of(conversation.rowId(), record),
                    new Refusal(
                            null,
                            wish + "-not-carried-out",
                            "The visitor's " + wish + " was received, and this version does not carry it out."
                                    + " Do it in the CRM by hand, then discard this letter.",
                            wish),
                    now);
        }
    }
}
