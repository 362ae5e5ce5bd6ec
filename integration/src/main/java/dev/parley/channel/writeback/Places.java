package dev.parley.channel.writeback;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Up to which event each source was told, and what waits besides; kept in the store, for one server at a time. */
final class Places {

    private final Tx tx;
    private final String me = UUID.randomUUID().toString();

    Places(Tx tx) {
        this.tx = tx;
    }

    /**
     * An event that waits.
     *
     * @param attempts how often it was tried
     */
    record Later(long number, String subject, int attempts) {}

    /**
     * Takes a source for this server, until another server's turn.
     *
     * @param begin where a source begins that was never told anything
     * @return empty if another server has it
     */
    Optional<Long> hold(String source, long begin, Instant now, Instant until) {
        return tx.call(em -> {
            if (em.find(PlaceRow.class, source) == null) {
                em.persist(new PlaceRow(source, begin));
                em.flush();
            }
            int held = em.createQuery(
                            "update PlaceRow p set p.heldBy = :me, p.heldUntil = :until where p.source = :source"
                                    + " and (p.heldBy is null or p.heldBy = :me or p.heldUntil < :now)")
                    .setParameter("me", me)
                    .setParameter("until", until)
                    .setParameter("source", source)
                    .setParameter("now", now)
                    .executeUpdate();
            em.clear();
            return held == 0 ? Optional.empty() : Optional.of(em.find(PlaceRow.class, source).number);
        });
    }

    void release(String source) {
        tx.run(em -> em.createQuery("update PlaceRow p set p.heldBy = null where p.source = :source and p.heldBy = :me")
                .setParameter("source", source)
                .setParameter("me", me)
                .executeUpdate());
    }

    /** That event is done with. */
    void passed(String source, long number) {
        tx.run(em -> passed(em, source, number));
    }

    private static void passed(EntityManager em, String source, long number) {
        em.createQuery("update PlaceRow p set p.number = :number where p.source = :source and p.number < :number")
                .setParameter("number", number)
                .setParameter("source", source)
                .executeUpdate();
    }

    /** That event waits, and those after it go on. */
    void setAside(String source, long number, String subject, int attempts, Instant notBefore) {
        tx.run(em -> {
            LaterRow row = new LaterRow(number, source, subject);
            row.attempts = attempts;
            row.notBefore = notBefore;
            em.merge(row);
            passed(em, source, number);
        });
    }

    void forget(long number) {
        tx.run(em -> em.createQuery("delete from LaterRow l where l.number = :number")
                .setParameter("number", number)
                .executeUpdate());
    }

    /** Whether an earlier event of that conversation waits still. */
    boolean waits(String source, String subject) {
        return tx.call(em -> em.createQuery(
                                "select count(l) from LaterRow l where l.source = :source and l.subject = :subject",
                                Long.class)
                        .setParameter("source", source)
                        .setParameter("subject", subject)
                        .getSingleResult())
                > 0;
    }

    /** What waited long enough; of one conversation only the first. */
    Optional<Later> due(String source, Instant now) {
        return tx.call(em -> em.createQuery(
                        "select l from LaterRow l where l.source = :source and l.notBefore <= :now and not exists"
                                + " (select e.number from LaterRow e where e.source = l.source and e.subject = l.subject"
                                + " and e.number < l.number) order by l.notBefore, l.number",
                        LaterRow.class)
                .setParameter("source", source)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(row -> new Later(row.number, row.subject, row.attempts)));
    }
}
