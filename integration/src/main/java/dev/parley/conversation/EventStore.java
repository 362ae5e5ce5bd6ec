package dev.parley.conversation;

import com.google.common.collect.Lists;
import dev.parley.conversation.ChatEvent.MeetingEvent;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Makes events durable and counts them in their conversations, in one transaction. */
final class EventStore implements GroupCommit.Store {

    private final Tx tx;
    private final Clock clock;
    private final DueRule due;
    private final Duration historyAge;
    private final MeetingClues clues;
    private final Runnable appended;

    /**
     * Makes one; the parameters are those of {@link Conversations}.
     *
     * @param appended is run when events of Parley's own have become durable
     */
    EventStore(Tx tx, Clock clock, DueRule due, Duration historyAge, MeetingClues clues, Runnable appended) {
        this.tx = tx;
        this.clock = clock;
        this.due = due;
        this.historyAge = historyAge;
        this.clues = clues;
        this.appended = appended;
    }

    @Override
    public Set<EventRow.Key> store(List<ChatEvent> events) {
        List<ChatEvent> masked = masked(events);
        return told(tx.call(em -> take(em, masked, new LockedRows(em, clock.instant()))))
                .events();
    }

    @Override
    public GroupCommit.Stored storeFree(List<List<ChatEvent>> deliveries) {
        List<List<ChatEvent>> masked =
                deliveries.stream().map(EventStore::masked).toList();
        Set<ConversationKey> held = new HashSet<>();
        Taken taken = told(tx.call(em -> {
            held.clear();
            LockedRows rows = new LockedRows(em, clock.instant());
            held.addAll(rows.lockFree(keys(deliveries)));
            List<ChatEvent> free = masked.stream()
                    .filter(events -> events.stream().noneMatch(event -> held.contains(key(event))))
                    .flatMap(List::stream)
                    .toList();
            return take(em, free, rows);
        }));
        return new GroupCommit.Stored(taken.events(), held);
    }

    private static Set<ConversationKey> keys(List<List<ChatEvent>> deliveries) {
        return deliveries.stream().flatMap(List::stream).map(EventStore::key).collect(Collectors.toSet());
    }

    private static ConversationKey key(ChatEvent event) {
        return ConversationKey.of(event.envelope());
    }

    private static List<ChatEvent> masked(List<ChatEvent> events) {
        return events.stream().map(Masking::masked).toList();
    }

    private Taken told(Taken taken) {
        if (taken.own()) {
            appended.run();
        }
        return taken;
    }

    /** Which events were new, and whether any was Parley's own. */
    private record Taken(Set<EventRow.Key> events, boolean own) {}

    private Taken take(EntityManager em, List<ChatEvent> events, LockedRows rows) {
        Map<Boolean, List<ChatEvent>> nameless =
                events.stream().collect(Collectors.partitioningBy(GroupCommit::isNameless));
        // No query asks for a row that this transaction has changed, so all of it is written at the end, in batches;
        // meetings, which ask, come last.
        em.setFlushMode(FlushModeType.COMMIT);
        Intake intake = new Intake(em, clock.instant(), historyAge, due, clues, known(em, events), rows);
        // Sorted: two stores that wait for the same conversations lock them in the same order.
        nameless.get(false).stream()
                .collect(Collectors.groupingBy(EventStore::key, TreeMap::new, Collectors.toList()))
                .forEach(intake::take);
        correlated(em, intake, nameless.get(true));
        OwnNumbers.give(em, intake.own());
        return new Taken(intake.kept(), !intake.own().isEmpty());
    }

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
     * Which of the events had been stored before. By whole keys: H2 finds those in the index, and would read all events
     * of a source for a list of ids beside it.
     */
    private static Set<EventRow.Key> known(EntityManager em, List<ChatEvent> events) {
        List<EventRow.Key> all =
                events.stream().map(event -> EventRow.Key.of(event.envelope())).toList();
        Set<EventRow.Key> known = new HashSet<>();
        for (List<EventRow.Key> keys : Lists.partition(all, Tx.MOST_IN_A_LIST)) {
            known.addAll(em.createQuery("select e.key from EventRow e where e.key in :keys", EventRow.Key.class)
                    .setParameter("keys", keys)
                    .getResultList());
        }
        return known;
    }
}
