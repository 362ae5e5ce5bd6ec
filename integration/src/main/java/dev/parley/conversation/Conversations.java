package dev.parley.conversation;

import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The store of conversations (Message Store, Idempotent Receiver): every event once, and what they come to. */
public final class Conversations implements Inbox {

    static final Duration AT_ANY_AGE = ChronoUnit.FOREVER.getDuration();

    private final Tx tx;
    private final GroupCommit together;
    private final EventStore asNew;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /**
     * Makes the store; meetings find their conversation by their UIDs alone.
     *
     * @param tx the database
     * @param clock tells when events arrive
     * @param due when a conversation is to be written to the CRM
     * @param historyAge an event older than this when it arrives is history
     */
    public Conversations(Tx tx, Clock clock, DueRule due, Duration historyAge) {
        this(tx, clock, due, historyAge, MeetingClues.NONE);
    }

    /**
     * The same with what else tells whose meeting it is.
     *
     * @param clues to the conversation of a meeting
     */
    public Conversations(Tx tx, Clock clock, DueRule due, Duration historyAge, MeetingClues clues) {
        this.tx = tx;
        this.together = new GroupCommit(new EventStore(tx, clock, due, historyAge, clues, this::appended));
        this.asNew = new EventStore(tx, clock, due, AT_ANY_AGE, clues, this::appended);
    }

    /** The time of the latest event of a source; empty if it told nothing yet. */
    public Optional<Instant> latest(String source) {
        return Optional.ofNullable(tx.call(em -> em.createQuery(
                        "select max(c.lastAt) from ConversationRow c where c.source = :source", Instant.class)
                .setParameter("source", source)
                .getSingleResult()));
    }

    /** Wakes a listener whenever events of Parley's own have become durable; it must not take long. */
    public void whenAppended(Runnable listener) {
        listeners.add(listener);
    }

    private void appended() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public Receipt receive(List<ChatEvent> events) {
        return together.receive(events);
    }

    /** The same for history that an admin wants treated as if it had just happened. */
    public Receipt receiveAsNew(List<ChatEvent> events) {
        return Receipt.of(events.size(), asNew.store(events).size());
    }
}
