package dev.parley.conversation;

import jakarta.persistence.EntityManager;
import java.util.List;

/** Numbers Parley's own events, in the order of their commits. */
final class OwnNumbers {

    private OwnNumbers() {}

    /**
     * Gives the next numbers, in the order of the events. The count stays locked until the transaction ends: so whoever
     * sees a number sees all lower ones, and reading on from the last that one knows misses none.
     *
     * @param em the transaction, in which the events have been stored
     */
    static void give(EntityManager em, List<EventRow.Key> events) {
        if (events.isEmpty()) {
            return;
        }
        // The events first: they are referred to, and the lock is held for the shorter time.
        em.flush();
        long number = raised(em, events.size()) - events.size();
        for (EventRow.Key event : events) {
            number++;
            em.persist(new OwnEventRow(number, event));
        }
    }

    private static long raised(EntityManager em, int by) {
        int raised = em.createQuery("update OwnEventCountRow c set c.lastNumber = c.lastNumber + :by where c.id = :id")
                .setParameter("by", by)
                .setParameter("id", OwnEventCountRow.ONLY)
                .executeUpdate();
        if (raised == 0) {
            // Two that come first meet on this key, and one of them starts over.
            em.persist(new OwnEventCountRow(by));
            return by;
        }
        return last(em);
    }

    static long last(EntityManager em) {
        return em.createQuery("select c.lastNumber from OwnEventCountRow c", Long.class)
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }
}
