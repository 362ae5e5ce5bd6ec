package dev.parley.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.Iterables;
import com.google.common.collect.Streams;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Hands out conversations for which it is to be looked whether a seller must be asked. What was handed out and not
 * settled, because the program ended meanwhile, is handed out again.
 */
public final class DueOffers {
    /** Longer than looking at those of one claim can take. */
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final Tx tx;
    private final Clock clock;
    private final Snapshots snapshots;

    /** Over the store. */
    public DueOffers(Tx tx, Clock clock) {
        this.tx = tx;
        this.clock = clock;
        this.snapshots = new Snapshots(false);
    }

    /**
     * A conversation at which it is looked.
     *
     * @param rowId its key in the store
     * @param version of what is known of it
     * @param conversation its fold
     * @param live whether it is no history
     */
    public record Due(long rowId, ConversationKey key, long version, Conversation conversation, boolean live) {
        /** Its fold once one more event is counted in. */
        public Conversation with(ChatEvent event) {
            return conversation.with(event);
        }

        private static Due of(ConversationRow row) {
            return new Due(row.id, new ConversationKey(row.source, row.subject), row.version, row.fold(), row.live);
        }
    }

    /**
     * Conversations that are due now, the longest due first.
     *
     * @param wanted which sources are looked at; of others nothing is due any more
     */
    public List<Due> claim(int most, Predicate<String> wanted) {
        Instant now = clock.instant();
        return tx.call(em -> {
            List<ConversationRow> due = em.createQuery(
                            "select c from ConversationRow c where c.handoffAt <= :now order by c.handoffAt, c.id",
                            ConversationRow.class)
                    .setParameter("now", now)
                    .setMaxResults(most)
                    .getResultList();
            Map<Boolean, List<ConversationRow>> rows =
                    due.stream().collect(Collectors.partitioningBy(row -> wanted.test(row.source)));
            again(em, rows.get(false), null);
            again(em, rows.get(true), now.plus(LEASE));
            return rows.get(true).stream().map(Due::of).toList();
        });
    }

    /** By query, so that no event that comes in meanwhile is overwritten. */
    private static void again(EntityManager em, List<ConversationRow> rows, Instant at) {
        rows.forEach(row -> em.createQuery(
                        "update ConversationRow c set c.handoffAt = :at where c.id = :id and c.version = :version")
                .setParameter("at", at)
                .setParameter("id", row.id)
                .setParameter("version", row.version)
                .executeUpdate());
    }

    /**
     * When to look at a conversation again.
     *
     * @param conversation as it was when it was looked at
     * @param at null for not before something happens
     */
    public record Again(Due conversation, Instant at) {}

    /** Says when to look again. A conversation that grew meanwhile is due anyway. */
    public void settle(Collection<Again> looked) {
        tx.run(em -> looked.forEach(look -> em.createQuery(
                        "update ConversationRow c set c.handoffAt = :at where c.id = :id and c.version = :version")
                .setParameter("at", look.at())
                .setParameter("id", look.conversation().rowId())
                .setParameter("version", look.conversation().version())
                .executeUpdate()));
    }

    /** When the next one is due; empty if none is. */
    public Optional<Instant> next() {
        return Optional.ofNullable(
                tx.call(em -> em.createQuery("select min(c.handoffAt) from ConversationRow c", Instant.class)
                        .getSingleResult()));
    }

    /** A conversation as it stands; empty if it is not known. */
    public Optional<Due> look(ConversationKey key) {
        return tx.call(em -> em.createQuery(
                        "select c from ConversationRow c where c.source = :source and c.subject = :subject",
                        ConversationRow.class)
                .setParameter("source", key.source())
                .setParameter("subject", key.id())
                .getResultStream()
                .findFirst()
                .map(Due::of));
    }

    /**
     * What is known of conversations, by their keys in the store, apart from their transcripts, which decide nothing here.
     * One that has become part of another one meanwhile is left out.
     */
    public Map<Long, Snapshot> whole(Collection<Due> conversations) {
        if (conversations.isEmpty()) {
            return Map.of();
        }
        return tx.call(em -> snapshots
                .untold(em, rows(em, conversations.stream().map(Due::rowId).toList()))
                .stream()
                .collect(Collectors.toMap(Snapshot::rowId, Function.identity())));
    }

    /**
     * The versions of conversations of whose offers something has become since then, by their keys in the store.
     *
     * @param since of what has arrived
     */
    public Map<Long, Long> offered(Instant since) {
        return tx.call(em -> em.createQuery(
                        "select c.id, c.version from ConversationRow c where c.offeredAt >= :since", Object[].class)
                .setParameter("since", since)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1])));
    }

    /** Conversations as they stand, by their keys in the store; those that are gone are left out. */
    public List<Due> look(Collection<Long> rows) {
        return tx.call(em -> Streams.stream(Iterables.partition(rows, Tx.MOST_IN_A_LIST))
                .flatMap(some -> rows(em, some).stream())
                .map(Due::of)
                .toList());
    }

    private static List<ConversationRow> rows(EntityManager em, Collection<Long> rows) {
        return em.createQuery("select c from ConversationRow c where c.id in :ids", ConversationRow.class)
                .setParameter("ids", rows)
                .getResultList();
    }

    /**
     * Who spoke last in a conversation.
     *
     * @param visitor when the visitor last did, or null if never
     * @param agent when a person of the company last did, or null if never
     */
    public record LastWords(Instant visitor, Instant agent) {}

    /** Who spoke last in a conversation. */
    public LastWords lastWords(Due conversation) {
        return tx.call(em -> new LastWords(
                lastWord(em, conversation.rowId(), List.of(Role.VISITOR, Role.PEER)),
                lastWord(em, conversation.rowId(), List.of(Role.AGENT))));
    }

    /**
     * For what the visitor waited, and waits.
     *
     * @param courtesies ids of the messages that ask for nothing
     */
    public Waits waits(Due conversation, Set<String> courtesies) {
        return tx.call(em -> Waits.of(em, conversation.rowId(), courtesies));
    }

    /** When a person of the company first said something after a time; empty if nobody did. */
    public Optional<Instant> answer(Due conversation, Instant after) {
        return tx.call(em -> Optional.ofNullable(Waits.answer(em, conversation.rowId(), after)));
    }

    static Instant lastWord(EntityManager em, long conversation, List<Role> roles) {
        return em.createQuery(
                        "select max(m.at) from MessageRow m where m.counted = true"
                                + " and m.key.conversationId = :id and m.role in :roles",
                        Instant.class)
                .setParameter("id", conversation)
                .setParameter("roles", roles.stream().map(Role::word).toList())
                .getSingleResult();
    }

    /**
     * When the same visitor, by their e-mail address, first said something later in another conversation; empty if never.
     *
     * @param heard when they last did in this one
     */
    public Optional<Instant> cameBack(Due conversation, Instant heard) {
        // Of two in which they spoke at the same instant one counts as the later: never each for the other.
        return tx.call(em -> Optional.ofNullable(em.createQuery(
                        "select min(m.at) from MessageRow m, ConversationRow c, ConversationRow one"
                                + " where one.id = :id and c.visitorHash = one.visitorHash and c.id <> one.id"
                                + " and c.live = true and m.key.conversationId = c.id and m.counted = true"
                                + " and m.role = :visitor"
                                + " and (m.at > :heard or (m.at = :heard and c.id > one.id))",
                        Instant.class)
                .setParameter("id", conversation.rowId())
                .setParameter("visitor", Role.VISITOR.word())
                .setParameter("heard", heard)
                .getSingleResult()));
    }

    /** The data of an event as it was taken; empty if there is none of that id. */
    public Optional<ObjectNode> data(String source, String eventId) {
        return tx.call(em -> Optional.ofNullable(em.find(EventRow.class, new EventRow.Key(source, eventId)))
                .map(row -> Json.object(row.data)));
    }
}
