package dev.parley.conversation;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who sends events, and when each was last heard: exactly for what came to this program, and to the minute for what
 * came to another server or before the start. What a source was asked for goes past it: that shows nothing of whether
 * the source still sends by itself.
 */
public final class Sources implements Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Sources.class);

    /** A token for every source may name as many as it likes. */
    private static final int MOST = 1_000;

    /** The store is told no more often: a busy source must not cost a commit an event. */
    private static final Duration GRAIN = Duration.ofMinutes(1);

    private final Inbox next;
    private final Tx tx;
    private final Clock clock;
    private final Map<String, Instant> heard = new ConcurrentHashMap<>();
    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

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
                .forEach(source -> hear(source, now));
        return receipt;
    }

    private void hear(String source, Instant now) {
        heard.put(source, now);
        if (!isTurnToNote(source, now)) {
            return;
        }
        try {
            tx.run(em -> note(em, source, now));
        } catch (RuntimeException e) {
            // The events are durable: their sender must not be told to send them again.
            noted.remove(source, now);
            LOG.warn(
                    "That {} was heard could not be noted: {}",
                    source,
                    e.getClass().getName());
        }
    }

    /** Of many at the same time one. */
    private boolean isTurnToNote(String source, Instant now) {
        Instant last = noted.putIfAbsent(source, now);
        return last == null || !now.isBefore(last.plus(GRAIN)) && noted.replace(source, last, now);
    }

    private static void note(EntityManager em, String source, Instant now) {
        int known = em.createQuery("update SourceHeardRow s set s.heardAt = :now where s.source = :source")
                .setParameter("now", now)
                .setParameter("source", source)
                .executeUpdate();
        if (known == 0) {
            em.persist(new SourceHeardRow(source, now));
        }
    }

    /** By source's name, when it was last heard; without those that have been silent for longer. */
    public Map<String, Instant> heardWithin(Duration age) {
        Instant since = clock.instant().minus(age);
        Map<String, Instant> all = tx.call(
                em -> em.createQuery("select s from SourceHeardRow s where s.heardAt >= :since", SourceHeardRow.class)
                        .setParameter("since", since)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.source, row -> row.heardAt)));
        heard.forEach((source, at) -> all.merge(source, at, (one, other) -> one.isAfter(other) ? one : other));
        all.values().removeIf(at -> at.isBefore(since));
        return all;
    }
}
