package dev.parley.mail;

import com.google.common.collect.Lists;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The mails to be sent, each once. */
public final class Outbox {

    /** As many go over one connection, and are asked for in one statement. */
    private static final int MOST = 50;

    private static final int LONGEST_TROUBLE = 500;

    private final Tx tx;
    private final Clock clock;
    private final Redelivery redelivery;
    private final MailLeases leases;

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
        this.leases = new MailLeases(tx, clock);
    }

    /** Puts a mail in, in a transaction of its own; false if it had been put in before, sent or not. */
    public boolean put(Mail mail) {
        return tx.call(em -> put(em, mail));
    }

    /** Puts several in, in one transaction: all of them or, where that fails, none. */
    public void put(Collection<Mail> mails) {
        if (!mails.isEmpty()) {
            tx.run(em -> putAll(em, mails));
        }
    }

    private void putAll(EntityManager em, Collection<Mail> mails) {
        Map<String, Mail> fresh = new LinkedHashMap<>();
        mails.forEach(mail -> fresh.putIfAbsent(mail.key(), mail));
        for (List<String> keys : Lists.partition(List.copyOf(fresh.keySet()), Tx.MOST_IN_A_LIST)) {
            em.createQuery("select m.key from MailRow m where m.key in :keys", String.class)
                    .setParameter("keys", keys)
                    .getResultList()
                    .forEach(fresh::remove);
        }
        fresh.values().forEach(mail -> em.persist(new MailRow(mail, clock.instant())));
        em.flush();
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
        return keys.isEmpty() ? List.of() : leases.claim(keys);
    }

    /** Holds on to what is still being sent. To be called again and again, well within a minute. */
    public void renew() {
        leases.renew();
    }

    /** Whether a claimed mail is still only this one's to send; else it is let go. */
    boolean mayGo(ClaimedMail claimed) {
        return leases.mayGo(claimed);
    }

    /** Marks a claimed mail as sent. */
    void sent(ClaimedMail claimed) {
        leases.settle(claimed, row -> {
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
        leases.settle(claimed, row -> {
            row.attempts = failures;
            row.trouble = trouble.substring(0, Math.min(trouble.length(), LONGEST_TROUBLE));
            row.dueAt = spent ? null : clock.instant().plus(redelivery.wait(failures, ThreadLocalRandom.current()));
        });
        return spent;
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

    private long count(String condition) {
        return tx.call(em -> em.createQuery("select count(m) from MailRow m where " + condition, Long.class)
                .getSingleResult());
    }
}
