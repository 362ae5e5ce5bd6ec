package dev.parley.delivery;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueConversations;
import dev.parley.store.Tx;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was laid aside: to be looked at, tried again, or left. */
public final class DeadLetters {

    private static final int MOST = 1000;

    private final Tx tx;
    private final DueConversations due;

    /** Over the store. */
    public DeadLetters(Tx tx, DueConversations due) {
        this.tx = tx;
        this.due = due;
    }

    /** The latest 1,000, the newest first; discarded ones left out. */
    public List<DeadLetter> list() {
        return tx.call(em -> em.createQuery(SELECT + " where d.discarded = false order by d.at desc, d.id", Tuple.class)
                .setMaxResults(MOST)
                .getResultStream()
                .map(DeadLetters::letter)
                .toList());
    }

    /** How many wait for somebody. */
    public long count() {
        return tx.call(
                em -> em.createQuery("select count(d) from DeadLetterRow d where d.discarded = false", Long.class)
                        .getSingleResult());
    }

    /** Those of one conversation. */
    public List<DeadLetter> of(ConversationKey conversation) {
        return tx.call(em -> em.createQuery(
                        SELECT + " where c.source = :source and c.subject = :subject order by d.at", Tuple.class)
                .setParameter("source", conversation.source())
                .setParameter("subject", conversation.id())
                .getResultStream()
                .map(DeadLetters::letter)
                .toList());
    }

    /** Tries a record again, at once; empty if there is no such letter. */
    public Optional<DeadLetter> replay(String id) {
        Optional<DeadLetter> letter = find(id);
        letter.ifPresent(found -> {
            tx.run(em -> em.createQuery("delete from DeadLetterRow d where d.id = :id")
                    .setParameter("id", id)
                    .executeUpdate());
            due.hurry(List.of(found.conversation()));
        });
        return letter;
    }

    /** Leaves a record undone for good, unless it is replayed; empty if there is no such letter. */
    public Optional<DeadLetter> discard(String id) {
        Optional<DeadLetter> letter = find(id);
        letter.ifPresent(
                found -> tx.run(em -> em.createQuery("update DeadLetterRow d set d.discarded = true where d.id = :id")
                        .setParameter("id", id)
                        .executeUpdate()));
        return letter;
    }

    private Optional<DeadLetter> find(String id) {
        return tx.call(em -> em.createQuery(SELECT + " where d.id = :id", Tuple.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(DeadLetters::letter));
    }

    private static final String SELECT = "select d.id, c.source, c.subject, d.sobject, d.recordKey, d.place, d.code,"
            + " d.message, d.at, d.discarded from DeadLetterRow d join ConversationRow c on c.id = d.conversationId";

    private static DeadLetter letter(Tuple row) {
        return new DeadLetter(
                row.get(0, String.class),
                new ConversationKey(row.get(1, String.class), row.get(2, String.class)),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(7, String.class),
                row.get(8, Instant.class),
                row.get(9, Boolean.class));
    }
}
