package dev.parley.meeting;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Keeps sellers' time for visitors: held while they choose, confirmed for good, released. Two meetings never get times of
 * one seller that overlap; each act is one transaction that locks the seller first.
 */
public final class Holds {

    private final Tx tx;
    private final Clock clock;

    /** Over the store. */
    public Holds(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /**
     * Holds slots for a meeting, in place of those it held before; the time that it has for good it keeps.
     *
     * @param length how long they are held
     * @return those that nobody else has
     */
    List<Slot> hold(String seller, MeetingKey meeting, Collection<Slot> slots, Duration length) {
        return tx.call(em -> {
            List<Slot> others = others(em, locked(em, seller), meeting);
            forget(em, meeting, "and h.until is not null");
            em.merge(new OfferRow(meeting, seller));
            Instant until = clock.instant().plus(length);
            List<Slot> held = new ArrayList<>();
            slots.stream()
                    .filter(slot -> others.stream().noneMatch(slot::overlaps))
                    .forEach(slot -> {
                        em.persist(new HoldRow(seller, meeting, slot, until));
                        held.add(slot);
                    });
            return held;
        });
    }

    /** Gives a meeting its time for good, and all else that it held back; false if another meeting has that time. */
    boolean confirm(String seller, MeetingKey meeting, Slot slot) {
        return tx.call(em -> {
            if (others(em, locked(em, seller), meeting).stream().anyMatch(slot::overlaps)) {
                return false;
            }
            forget(em, meeting, "");
            em.persist(new HoldRow(seller, meeting, slot, null));
            return true;
        });
    }

    /** The time that a meeting has for good. */
    Optional<Slot> confirmed(MeetingKey meeting) {
        return tx.call(em -> em.createQuery(
                        "select h from HoldRow h where h.source = :source and h.uid = :uid and h.until is null",
                        HoldRow.class)
                .setParameter("source", meeting.source())
                .setParameter("uid", meeting.uid())
                .getResultStream()
                .map(HoldRow::slot)
                .findFirst());
    }

    /** Whose time was offered for a meeting last; empty if nobody's was. */
    Optional<String> offeredBy(MeetingKey meeting) {
        return tx.call(em -> Optional.ofNullable(em.find(OfferRow.class, OfferRow.key(meeting)))
                .map(row -> row.seller));
    }

    /** Gives back whatever a meeting has. */
    void release(MeetingKey meeting) {
        tx.run(em -> forget(em, meeting, ""));
    }

    /** What of a seller's time other meetings have. */
    List<Slot> taken(String seller, MeetingKey meeting) {
        return tx.call(em -> others(em, seller, meeting));
    }

    private static String locked(EntityManager em, String seller) {
        if (em.find(SellerRow.class, seller, LockModeType.PESSIMISTIC_WRITE) == null) {
            em.persist(new SellerRow(seller));
            // Another transaction that does the same meets this one here, and one of them starts over.
            em.flush();
        }
        return seller;
    }

    private List<Slot> others(EntityManager em, String seller, MeetingKey meeting) {
        Instant now = clock.instant();
        return em
                .createQuery(
                        "select h from HoldRow h where h.seller = :seller and h.end > :now"
                                + " and (h.until is null or h.until > :now)",
                        HoldRow.class)
                .setParameter("seller", seller)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .filter(row -> !row.isOf(meeting))
                .map(HoldRow::slot)
                .toList();
    }

    private static void forget(EntityManager em, MeetingKey meeting, String which) {
        em.createQuery("delete from HoldRow h where h.source = :source and h.uid = :uid " + which)
                .setParameter("source", meeting.source())
                .setParameter("uid", meeting.uid())
                .executeUpdate();
    }
}
