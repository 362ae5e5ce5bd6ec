package dev.parley.conversation;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Hands out conversations that are due, many at a time, by a lease (Polling Consumer, Competing Consumers). No
 * transaction stays open while they are worked on; whoever holds the lease settles it by compare-and-set on the version,
 * and a lease that runs out lets another take over.
 */
public final class DueConversations {

    private final Tx tx;
    private final Clock clock;
    private final DueRule due;
    private final Leases leases;
    private final Snapshots snapshots;

    /**
     * Makes it.
     *
     * @param tx the database
     * @param clock tells what is due
     * @param due when a conversation is due again
     * @param lease how long a claim is good for
     * @param privateNotes whether private notes belong into transcripts
     */
    public DueConversations(Tx tx, Clock clock, DueRule due, Duration lease, boolean privateNotes) {
        this.tx = tx;
        this.clock = clock;
        this.due = due;
        this.leases = new Leases(lease);
        this.snapshots = new Snapshots(privateNotes);
    }

    /**
     * Conversations that were claimed together.
     *
     * @param owner the lease's name
     * @param conversations as they stood when claimed
     */
    public record Claim(String owner, List<Snapshot> conversations) {}

    /** Claims conversations that are due now, the longest due first; empty if there are none. */
    public Claim claim(int most) {
        return claim(most, true);
    }

    /**
     * Claims conversations that are due now: first those that are going on, the longest due before the others, and then
     * what nobody waits for.
     *
     * @param background whether history and replays may fill the claim
     */
    public Claim claim(int most, boolean background) {
        String owner = UUID.randomUUID().toString();
        Instant now = clock.instant();
        return tx.call(em -> new Claim(
                owner,
                leases.take(em, owner, now, most, background) == 0
                        ? List.of()
                        : snapshots.of(em, leases.of(em, owner))));
    }

    /** Conversations as they stand, without claiming them; unknown ones are left out. */
    public List<Snapshot> look(Collection<ConversationKey> keys) {
        return tx.call(em -> {
            List<ConversationRow> rows = new ArrayList<>();
            keys.forEach(key -> rows.addAll(find(em, key)));
            return snapshots.of(em, rows);
        });
    }

    /** The same by their keys in the store. */
    public List<Snapshot> lookAt(Collection<Long> rows) {
        return rows.isEmpty()
                ? List.of()
                : tx.call(em -> snapshots.of(
                        em,
                        em.createQuery(
                                        "select c from ConversationRow c where c.id in :rows order by c.id",
                                        ConversationRow.class)
                                .setParameter("rows", rows)
                                .getResultList()));
    }

    /**
     * What was said in a conversation, a message a line: the last {@value Snapshots#MOST_SAID} messages that count.
     *
     * @param row its key in the store
     */
    public String said(long row) {
        return tx.call(em -> Snapshots.said(em, row));
    }

    /**
     * What became of a claimed conversation.
     *
     * @param snapshot as it was claimed
     * @param applied true if the CRM holds all of it now, dead letters aside
     * @param whole false if a record was laid aside: the next delivery then looks at the whole transcript again
     * @param matters whether it shall be followed while it grows
     * @param again when to look again although nothing new came, or null for not before something comes
     * @param trouble why it could not be delivered, or null; no personal text
     */
    public record Settlement(
            Snapshot snapshot, boolean applied, boolean whole, boolean matters, Instant again, String trouble) {}

    /**
     * Settles a claim, in one transaction with what else is to be remembered. A conversation that grew meanwhile stays
     * due; one whose lease was taken over by another is left to that one.
     *
     * @param claim the claim
     * @param settlements one for each of its conversations
     * @param remember work on the same transaction; it gets the entity manager
     */
    public void settle(Claim claim, List<Settlement> settlements, Consumer<EntityManager> remember) {
        Instant now = clock.instant();
        tx.run(em -> {
            Map<Long, ConversationRow> rows = new HashMap<>();
            em.createQuery(
                            "select c from ConversationRow c where c.leaseOwner = :owner order by c.source, c.subject",
                            ConversationRow.class)
                    .setParameter("owner", claim.owner())
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getResultList()
                    .forEach(row -> rows.put(row.id, row));
            settlements.stream()
                    .filter(settlement -> rows.containsKey(settlement.snapshot().rowId()))
                    .forEach(settlement ->
                            settle(em, rows.get(settlement.snapshot().rowId()), settlement, now));
            remember.accept(em);
        });
    }

    private void settle(EntityManager em, ConversationRow row, Settlement settlement, Instant now) {
        Snapshot snapshot = settlement.snapshot();
        boolean grew = row.version > snapshot.version();
        row.leaseOwner = null;
        row.leaseUntil = null;
        row.trouble = settlement.trouble();
        if (settlement.applied()) {
            row.appliedVersion = snapshot.version();
            row.appliedAt = now;
            row.matters = settlement.matters();
            row.attempts = 0;
            row.whole &= !snapshot.transcript().isWhole();
            snapshots.keep(em, snapshot, settlement.whole());
            row.dueAt = row.whole ? now : grew ? afterWrite(row, now) : settlement.again();
        } else {
            row.attempts = settlement.again() == null ? 0 : snapshot.attempts() + 1;
            // What came meanwhile has said when it is due.
            row.dueAt = settlement.again() == null && grew ? row.dueAt : settlement.again();
        }
    }

    private Instant afterWrite(ConversationRow row, Instant now) {
        return due.afterWrite(row.matters, row.fold().facts().containsKey(Facts.CLOSED), now);
    }

    /** Makes conversations due now, before everything that waits in the background: somebody asked for them. */
    public void hurry(Collection<ConversationKey> keys) {
        Instant now = clock.instant();
        tx.run(em ->
                keys.forEach(key -> em.createQuery("update ConversationRow c set c.dueAt = :now, c.background = false"
                                + " where c.source = :source and c.subject = :subject")
                        .setParameter("now", now)
                        .setParameter("source", key.source())
                        .setParameter("subject", key.id())
                        .executeUpdate()));
    }

    /**
     * Makes conversations due now that are not due anyway, after everything that somebody waits for, and each to be
     * looked at in whole: the mapping files have changed. One that is being worked on comes again after that.
     *
     * @param rows their keys in the store
     */
    public void replay(Collection<Long> rows) {
        if (rows.isEmpty()) {
            return;
        }
        tx.run(em -> em.createQuery("select c from ConversationRow c where c.id in :rows", ConversationRow.class)
                .setParameter("rows", rows)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .forEach(this::replay));
    }

    private void replay(ConversationRow row) {
        row.whole = true;
        if (row.dueAt == null) {
            row.dueAt = clock.instant();
            row.background = true;
        }
    }

    /** Which of these conversations are being worked on. */
    public Set<Long> leased(Collection<Long> rows) {
        return rows.isEmpty()
                ? Set.of()
                : tx.call(em -> Set.copyOf(em.createQuery(
                                "select c.id from ConversationRow c where c.id in :rows and c.leaseUntil >= :now",
                                Long.class)
                        .setParameter("rows", rows)
                        .setParameter("now", clock.instant())
                        .getResultList()));
    }

    /** How many conversations there are. */
    public long count() {
        return tx.call(em -> em.createQuery("select count(c) from ConversationRow c", Long.class)
                .getSingleResult());
    }

    /** How many conversations are due or being worked on, for health, metrics and whoever waits for the end. */
    public long waiting() {
        return tx.call(
                em -> em.createQuery("select count(c) from ConversationRow c where c.dueAt is not null", Long.class)
                        .getSingleResult());
    }

    /**
     * Where a conversation stands on its way to the CRM.
     *
     * @param version how many events are folded in
     * @param appliedVersion how many of them the CRM holds
     * @param appliedAt when it was last written, or null
     * @param dueAt when it is next to be written, or null if nothing is to be
     * @param attempts failed deliveries in a row
     * @param trouble why the last delivery did not go through, or why there is none; null if all is well
     */
    public record Standing(
            long version, long appliedVersion, Instant appliedAt, Instant dueAt, int attempts, String trouble) {}

    /** Where the conversation stands; empty if it is not known. */
    public Optional<Standing> standing(ConversationKey key) {
        return tx.call(em -> find(em, key).stream()
                .map(c -> new Standing(c.version, c.appliedVersion, c.appliedAt, c.dueAt, c.attempts, c.trouble))
                .findFirst());
    }

    /** Conversations that arrived since then, in the order of their keys in the store, as they stand in whole. */
    public List<Snapshot> page(Instant since, long afterRow, int most) {
        return tx.call(em -> snapshots.whole(em, rows(em, "receivedAt", since, afterRow, most)));
    }

    /** Conversations whose last event happened since then, in the order of their keys in the store. */
    public List<Snapshot> lately(Instant since, long afterRow, int most) {
        return tx.call(em -> snapshots.of(em, rows(em, "lastAt", since, afterRow, most)));
    }

    private static List<ConversationRow> rows(EntityManager em, String time, Instant since, long afterRow, int most) {
        return em.createQuery(
                        "select c from ConversationRow c where c.id > :after and c." + time
                                + " >= :since order by c.id",
                        ConversationRow.class)
                .setParameter("after", afterRow)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * The last {@value Readings#MOST_MESSAGES} messages of a conversation that count, in its order.
     *
     * @param row its key in the store
     */
    public List<MessageState> messages(long row) {
        return tx.call(em -> Snapshots.messages(em, row));
    }

    /** Forgets what was written of conversations, so that everything is compared and sent anew. */
    public void rewrite(Collection<ConversationKey> keys) {
        tx.run(em -> keys.forEach(key -> find(em, key).forEach(row -> {
            row.dueAt = clock.instant();
            row.whole = true;
        })));
    }

    private static List<ConversationRow> find(EntityManager em, ConversationKey key) {
        return em.createQuery(
                        "select c from ConversationRow c where c.source = :source and c.subject = :subject",
                        ConversationRow.class)
                .setParameter("source", key.source())
                .setParameter("subject", key.id())
                .getResultList();
    }
}
