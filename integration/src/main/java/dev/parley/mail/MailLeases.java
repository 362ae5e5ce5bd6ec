package dev.parley.mail;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Who sends which mails: each is one sender's at a time, and soon another's where a process was ended. */
final class MailLeases {

    /** Whoever was ended while sending holds a mail no longer than this: an offer lasts five minutes. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Whoever claimed mails begins none of them later than so: a slow server takes the others in another turn. */
    private static final Duration TURN = Duration.ofMinutes(10);

    /** Longer than a turn, and its last mail through a server that answers as late as it may. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Tx tx;
    private final Clock clock;

    /** Since when this process is sending what it claimed, by the leases' names. */
    private final Map<String, Instant> sending = new ConcurrentHashMap<>();

    MailLeases(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
    }

    /** Claims those of the mails that are still due and nobody else's, the oldest first. */
    List<ClaimedMail> claim(List<String> keys) {
        String owner = UUID.randomUUID().toString();
        Instant now = clock.instant();
        List<ClaimedMail> claimed = tx.call(em -> {
            // The condition again: another may have claimed some of them meanwhile.
            em.createQuery("update MailRow m set m.leaseOwner = :owner, m.leaseUntil = :until where m.key in :keys"
                            + " and m.dueAt <= :now and (m.leaseUntil is null or m.leaseUntil < :now)")
                    .setParameter("owner", owner)
                    .setParameter("until", now.plus(LEASE))
                    .setParameter("keys", keys)
                    .setParameter("now", now)
                    .executeUpdate();
            return leased(em, owner);
        });
        sending.put(owner, now);
        return claimed;
    }

    /** Holds on to what is still being sent. To be called again and again, well within a minute. */
    void renew() {
        Instant now = clock.instant();
        sending.entrySet()
                .removeIf(claim -> !now.isBefore(claim.getValue().plus(LONGEST)) || !renewed(claim.getKey(), now));
    }

    /** Whether there was something left to hold on to. */
    private boolean renewed(String owner, Instant now) {
        return tx.call(em -> em.createQuery("update MailRow m set m.leaseUntil = :until where m.leaseOwner = :owner")
                        .setParameter("until", now.plus(LEASE))
                        .setParameter("owner", owner)
                        .executeUpdate())
                > 0;
    }

    /**
     * Whether a claimed mail is still only this one's to send: not if its lease ran out while the process stood still, nor
     * late in a turn. It is let go then, and claimed again.
     */
    boolean mayGo(ClaimedMail claimed) {
        Instant now = clock.instant();
        Instant since = sending.get(claimed.owner());
        boolean early = since != null && now.isBefore(since.plus(TURN));
        boolean held =
                tx.call(em -> em.find(MailRow.class, claimed.mail().key()).isHeld(claimed.owner(), now));
        if (!early || !held) {
            settle(claimed, row -> {});
        }
        return early && held;
    }

    /** Changes a claimed mail and lets it go; one whose lease ran out belongs to whoever claimed it then. */
    void settle(ClaimedMail claimed, Consumer<MailRow> change) {
        tx.run(em -> {
            MailRow row = em.find(MailRow.class, claimed.mail().key());
            if (claimed.owner().equals(row.leaseOwner)) {
                row.leaseOwner = null;
                row.leaseUntil = null;
                change.accept(row);
            }
        });
    }

    private static List<ClaimedMail> leased(EntityManager em, String owner) {
        return em
                .createQuery(
                        "select m from MailRow m where m.leaseOwner = :owner order by m.dueAt, m.key", MailRow.class)
                .setParameter("owner", owner)
                .getResultList()
                .stream()
                .map(row -> new ClaimedMail(row.mail(), owner, row.attempts))
                .toList();
    }
}
