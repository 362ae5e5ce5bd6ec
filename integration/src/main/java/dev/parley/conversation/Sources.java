package dev.parley.conversation;

import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Who sends events, and when each was last heard. Exact since the start of the program; what was before it is known by
 * the beginning of the source's latest conversation.
 */
public final class Sources implements Inbox {

    /** A token for every source may name as many as it likes. */
    private static final int MOST = 1_000;

    private final Inbox next;
    private final Tx tx;
    private final Clock clock;
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();

    /** Listens to what goes on to the next inbox. */
    public Sources(Inbox next, Tx tx, Clock clock) {
        this.next = next;
        this.tx = tx;
        this.clock = clock;
    }

    @Override
    public Receipt receive(List<ChatEvent> events) {
        Receipt receipt = next.receive(events);
        Instant now = clock.instant();
        events.stream()
                .map(event -> event.envelope().source())
                .distinct()
                .filter(source -> heard.size() < MOST || heard.containsKey(source))
                .forEach(source -> heard.put(source, now));
        return receipt;
    }

    /** By source's name, when it was last heard; without those that have been silent for longer. */
    public Map<String, Instant> heardWithin(Duration age) {
        Instant since = clock.instant().minus(age);
        Map<String, Instant> all = tx.call(em -> em.createQuery(
                        "select c.source, max(c.receivedAt) from ConversationRow c where c.receivedAt >= :since"
                                + " group by c.source",
                        Object[].class)
                .setParameter("since", since)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (Instant) row[1])));
        heard.forEach((source, at) -> all.merge(source, at, (one, other) -> one.isAfter(other) ? one : other));
        all.values().removeIf(at -> at.isBefore(since));
        return all;
    }
}
