package dev.parley.mail;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;

/** The mails to be sent, each once. */
public final class Outbox {

    /** As many go over one connection, and are asked for in one statement. */
    private static final int MOST = 50;

    /** Whoever was ended while sending holds a mail no longer than this: an offer lasts five minutes. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Whoever claimed mails begins none of them later than so: a slow server takes the others in another turn. */
    private static final Duration TURN = Duration.ofMinutes(10);

    /** Longer than a turn, and its last mail through a server that answers as late as it may. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private static final int LONGEST_TROUBLE = 500;

    private final Tx tx;
    private final Clock clock;
    private final Redelivery redelivery;

    /** Since when this process is sending what it claimed, by the leases' names. */
    private final Map<String, Instant> sending = new ConcurrentHashMap<>();

    /**
     * Makes it.
     *
     * @param tx the database
     * @param clock tells what is due
     * @param redelivery what happens to a mail that cannot be sent
     */
    public Outbox(Tx tx, Clock clock, Redelivery redelivery) {
        this.tx = tx;
        this.clock = clock;
        this.redelivery = redelivery;
    }

    /** Puts a mail in, in a transaction of its own; false if it had been put in before, sent or not. */
    public boolean put(Mail mail) {
        return tx.call(em -> put(em, mail));
    }

    /** Puts several in, in one transaction: all of them or, where that fails, none. */
    public void put(Collection<Mail> mails) {
        if (!mails.isEmpty()) {
            tx.run(em -> mails.forEach(mail -> put(em, mail)));
        }
    }

    /** The same in the caller's transaction: the mail goes out if that commits, and only then. */
    public boolean put(EntityManager em, Mail mail) {
        if (em.find(MailRow.class, mail.key()) != null) {
            return false;
        }
        em.persist(new MailRow(mail, clock.instant()));
        // Another transaction that puts the same mail in shows here, where Tx still starts over.
        em.flush();
        return true;
    }

    /** Whether a mail of that name was put in, sent or not. */
    public boolean knows(String name) {
        return tx.call(em -> em.find(MailRow.class, Mail.key(name)) != null);
    }

    /** How many mails wait to be sent. */
    public long waiting() {
        return count("m.dueAt is not null");
    }

    /** How many mails were given up. */
    public long dead() {
        return count("m.recipient is not null and m.dueAt is null and m.sentAt is null");
    }

    /** Tries again, now, all mails that were given up. */
    public void revive() {
        tx.run(em -> em.createQuery("update MailRow m set m.dueAt = :now, m.attempts = 0"
                        + " where m.recipient is not null and m.dueAt is null and m.sentAt is null")
                .setParameter("now", clock.instant())
                .executeUpdate());
    }

    /** Blanks what was sent, given up or kept for nobody before then; the keys stay, so that none goes out again. */
    public void blank(Instant before) {
        tx.run(em -> em.createQuery(
                        "update MailRow m set m.recipient = null, m.subject = '', m.text = '', m.html = null,"
                                + " m.calendarMethod = null, m.calendarText = null, m.replyTo = null, m.trouble = null"
                                + " where m.dueAt is null and m.createdAt < :before")
                .setParameter("before", before)
                .executeUpdate());
    }

    /** Whether a mail is due now. */
    boolean hasDue() {
        return !due(1).isEmpty();
    }

    /** Claims mails that are due, the oldest first, by a lease; empty if there are none. */
    List<ClaimedMail> claim() {
        List<String> keys = due(MOST);
        if (keys.isEmpty()) {
            return List.of();
        }
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
    public void renew() {
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

    /** Marks a claimed mail as sent. */
    void sent(ClaimedMail claimed) {
        settle(claimed, row -> {
            row.sentAt = clock.instant();
            row.dueAt = null;
            row.trouble = null;
        });
    }

    /**
     * Puts a claimed mail off, or gives it up.
     *
     * @return true if it was given up
     */
    boolean failed(ClaimedMail claimed, String trouble) {
        int failures = claimed.failures() + 1;
        boolean spent = redelivery.isSpent(failures);
        settle(claimed, row -> {
            row.attempts = failures;
            row.trouble = trouble.substring(0, Math.min(trouble.length(), LONGEST_TROUBLE));
            row.dueAt = spent ? null : clock.instant().plus(redelivery.wait(failures, ThreadLocalRandom.current()));
        });
        return spent;
    }

    /** A mail whose lease ran out belongs to whoever claimed it then. */
    private void settle(ClaimedMail claimed, Consumer<MailRow> change) {
        tx.run(em -> {
            MailRow row = em.find(MailRow.class, claimed.mail().key());
            if (claimed.owner().equals(row.leaseOwner)) {
                row.leaseOwner = null;
                row.leaseUntil = null;
                change.accept(row);
            }
        });
    }

    private List<String> due(int most) {
        Instant now = clock.instant();
        return tx.call(em -> em.createQuery(
                        "select m.key from MailRow m where m.dueAt <= :now"
                                + " and (m.leaseUntil is null or m.leaseUntil < :now) order by m.dueAt, m.key",
                        String.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList());
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

    private long count(String condition) {
        return tx.call(em -> em.createQuery("select count(m) from MailRow m where " + condition, Long.class)
                .getSingleResult());
    }
}
