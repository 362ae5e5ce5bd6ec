package dev.parley.delivery;

import dev.parley.conversation.Snapshot;
import dev.parley.dossier.Dossiers;
import dev.parley.mail.Alerts;
import jakarta.persistence.EntityManager;
import java.time.Instant;

/**
 * Wishes about one's data that Parley takes but does not carry out yet: each becomes a dead letter and an alert, so that
 * a person does it by hand and nothing is silently dropped.
 */
final class Unfulfilled {

    private final EntityManager em;
    private final Memory memory;
    private final Alerts alerts;

    Unfulfilled(EntityManager em, Memory memory, Alerts alerts) {
        this.em = em;
        this.memory = memory;
        this.alerts = alerts;
    }

    void layAside(Snapshot conversation, String wish, Instant now) {
        RecordKey record = new RecordKey("Wish", wish);
        if (memory.isDead(conversation, record)) {
            return;
        }
        String what = "The visitor's " + wish + " was received, and this version does not carry it out."
                + " Do it in the CRM by hand, then discard this letter.";
        memory.layAside(
                em,
                AppliedRow.Key.of(conversation.rowId(), record),
                new Refusal(null, wish + "-not-carried-out", what, wish),
                now);
        String id = Dossiers.externalId(conversation);
        alerts.raise(em, wish + ":" + id, "A visitor's " + wish + " waits for a person: conversation " + id, what);
    }
}
