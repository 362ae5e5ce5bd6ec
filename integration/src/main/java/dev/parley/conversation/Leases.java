package dev.parley.conversation;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Gives conversations that are due to one owner for a while; two owners never get the same one. */
final class Leases {

    private final Duration lease;

    Leases(Duration lease) {
        this.lease = lease;
    }

    /** Leases the longest due ones, those that somebody waits for first, and says how many. */
    int take(EntityManager em, String owner, Instant now, int most, boolean background) {
        int taken = take(em, owner, now, due(em, now, most, false));
        return background && taken < most ? taken + take(em, owner, now, due(em, now, most - taken, true)) : taken;
    }

    List<ConversationRow> of(EntityManager em, String owner) {
        return em.createQuery("select c from ConversationRow c where c.leaseOwner = :owner", ConversationRow.class)
                .setParameter("owner", owner)
                .getResultList();
    }

    private static List<Long> due(EntityManager em, Instant now, int most, boolean background) {
        return em.createQuery(
                        "select c.id from ConversationRow c where c.background = :background and c.dueAt <= :now"
                                + " and (c.leaseUntil is null or c.leaseUntil < :now) order by c.dueAt, c.id",
                        Long.class)
                .setParameter("background", background)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
    }

    /** The condition stands twice: a row that another claimed while this waited for it must not be taken again. */
    private int take(EntityManager em, String owner, Instant now, List<Long> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        return em.createQuery("update ConversationRow c set c.leaseOwner = :owner, c.leaseUntil = :until"
                        + " where c.id in :ids and (c.leaseUntil is null or c.leaseUntil < :now)")
                .setParameter("owner", owner)
                .setParameter("until", now.plus(lease))
                .setParameter("ids", ids)
                .setParameter("now", now)
                .executeUpdate();
    }
}
