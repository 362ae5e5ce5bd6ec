package dev.parley.conversation;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hands out meetings that somebody has asked for and nobody has answered. What was handed out and not settled, because
 * the program ended meanwhile, is handed out again.
 */
public final class AskedMeetings {

    /** Longer than a slow calendar takes to answer. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Tx tx;
    private final Clock clock;
    private final Snapshots snapshots = new Snapshots(false);

    /** Over the store. */
    public AskedMeetings(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * A meeting that waits for an answer.
     *
     * @param source whose UID it is
     * @param uid by which it is asked for
     * @param conversation that it belongs to, as it stands
     * @param lease until when nobody else gets it
     */
    public record Asked(String source, String uid, Snapshot conversation, Instant lease) {}

    /** Those that are due, the longest due first. */
    public List<Asked> claim(int most) {
        Instant now = clock.instant();
        Instant lease = now.plus(LEASE).truncatedTo(ChronoUnit.MILLIS);
        return tx.call(em -> em
                .createQuery(
                        "select u from MeetingUidRow u where u.askedAt <= :now order by u.askedAt", MeetingUidRow.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .flatMap(row -> asked(em, row, lease))
                .toList());
    }

    /**
     * Somebody who was not answered.
     *
     * @param uid by which they asked
     * @param reason why not
     * @param again when it is tried again; null for not by itself
     */
    public record Waiting(String uid, String reason, Instant again) {}

    /** Who of a conversation was not answered, and why, in the order of the UIDs. */
    public List<Waiting> waiting(ConversationKey conversation) {
        return tx.call(em -> em
                .createQuery(
                        "select u from MeetingUidRow u, ConversationRow c where u.conversationId = c.id"
                                + " and c.source = :source and c.subject = :subject and u.trouble is not null"
                                + " order by u.key.uid",
                        MeetingUidRow.class)
                .setParameter("source", conversation.source())
                .setParameter("subject", conversation.id())
                .getResultList()
                .stream()
                .map(row -> new Waiting(row.key.uid(), row.trouble, row.askedAt))
                .toList());
    }

    private Stream<Asked> asked(EntityManager em, MeetingUidRow row, Instant lease) {
        row.askedAt = lease;
        return snapshots.of(em, List.of(em.find(ConversationRow.class, row.conversationId))).stream()
                .map(conversation -> new Asked(row.key.source(), row.key.uid(), conversation, lease));
    }

    /** Whether nothing was said of it since it was handed out, and nobody else has got it. */
    public boolean isCurrent(Asked asked) {
        return tx.call(em -> asked.lease()
                .equals(em.createQuery("select u.askedAt from MeetingUidRow u where u.key = :key", Instant.class)
                        .setParameter("key", new MeetingUidRow.Key(asked.source(), asked.uid()))
                        .getResultStream()
                        .findFirst()
                        .orElse(null)));
    }

    /**
     * Says when to look again; one that was asked for anew meanwhile is due anyway.
     *
     * @param again null for not before somebody asks again
     * @param trouble why it was not answered, as the conversation's view shows it: no personal text, up to 255
     *     characters; null if it was
     */
    public void settle(Asked asked, Instant again, String trouble) {
        tx.run(em -> em.createQuery("update MeetingUidRow u set u.askedAt = :again, u.trouble = :trouble"
                        + " where u.key = :key and u.askedAt = :lease")
                .setParameter("again", again)
                .setParameter("trouble", trouble)
                .setParameter("key", new MeetingUidRow.Key(asked.source(), asked.uid()))
                .setParameter("lease", asked.lease())
                .executeUpdate());
    }
}
