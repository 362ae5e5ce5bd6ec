package dev.parley.conversation;

import com.google.common.collect.Lists;
import dev.parley.conversation.ChatEvent.MeetingEvent;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The store of conversations (Message Store, Idempotent Receiver): every event once, and what they come to. */
public final class Conversations implements Inbox {

    /** Databases bound how many values a statement has. */
    private static final int MOST_IN_A_LIST = 1_000;

    static final Duration AT_ANY_AGE = ChronoUnit.FOREVER.getDuration();

    private final Tx tx;
    private final Clock clock;
    private final DueRule due;
    private final Duration historyAge;
    private final MeetingClues clues;
    private final GroupCommit together;
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
        this.clock = clock;
        this.due = due;
        this.historyAge = historyAge;
        this.clues = clues;
        this.together = new GroupCommit(events -> store(events, historyAge));
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

    @Override
    public Receipt receive(List<ChatEvent> events) {
        return together.receive(events);
    }

    /** The same for history that an admin wants treated as if it had just happened. */
    public Receipt receiveAsNew(List<ChatEvent> events) {
        return Receipt.of(events.size(), store(events, AT_ANY_AGE).size());
    }

    /** Which of the events were new. */
    private Set<EventRow.Key> store(List<ChatEvent> events, Duration age) {
        Map<Boolean, List<ChatEvent>> nameless = events.stream()
                .map(Masking::masked)
                .collect(Collectors.partitioningBy(event ->
                        event instanceof MeetingEvent && event.envelope().subject() == null));
        Map<ConversationKey, List<ChatEvent>> byConversation = nameless.get(false).stream()
                .collect(Collectors.groupingBy(
                        event -> ConversationKey.of(event.envelope()), TreeMap::new, Collectors.toList()));
        Taken done = tx.call(em -> {
            // No query asks for a row that this transaction has changed, so all of it is written at the end, in
            // batches; meetings, which ask, come last.
            em.setFlushMode(FlushModeType.COMMIT);
            Intake intake = new Intake(em, clock.instant(), age, due, clues, known(em, events));
            // Sorted keys: two batches that share conversations lock them in the same order.
            byConversation.forEach(intake::take);
            correlated(em, intake, nameless.get(true));
            OwnNumbers.give(em, intake.own());
            return new Taken(intake.kept(), !intake.own().isEmpty());
        });
        if (done.own()) {
            listeners.forEach(Runnable::run);
        }
        return done.events();
    }

    /** Which events were new, and whether any was Parley's own. */
    private record Taken(Set<EventRow.Key> events, boolean own) {}

    /** One after the other: the conversation that one opens or tells of is the next one's. */
    private void correlated(EntityManager em, Intake intake, List<ChatEvent> events) {
        Correlation correlation = new Correlation(em, clues);
        for (ChatEvent event : events) {
            if (event instanceof MeetingEvent meeting && intake.isNew(event)) {
                em.flush();
                intake.take(correlation.find(meeting), List.of(event));
            }
        }
    }

    /**
     * Which of the events had been stored before; looked up before their conversations are locked. By whole keys: H2
     * finds those in the index, and would read all events of a source for a list of ids beside it.
     */
    private static Set<EventRow.Key> known(EntityManager em, List<ChatEvent> events) {
        List<EventRow.Key> all =
                events.stream().map(event -> EventRow.Key.of(event.envelope())).toList();
        Set<EventRow.Key> known = new HashSet<>();
        for (List<EventRow.Key> keys : Lists.partition(all, MOST_IN_A_LIST)) {
            known.addAll(em.createQuery("select e.key from EventRow e where e.key in :keys", EventRow.Key.class)
                    .setParameter("keys", keys)
                    .getResultList());
        }
        return known;
    }
}
