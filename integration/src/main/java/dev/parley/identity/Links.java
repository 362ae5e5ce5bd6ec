package dev.parley.identity;

import dev.parley.identity.Identity.Decision;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * To whom conversations were linked, what people decided of them, and what that taught. A conversation's links are found
 * anew each time; what is kept here is what matching cannot know by itself.
 */
public final class Links implements Decisions {

    private static final String EMAIL = "email:";

    /** A conversation that is linked to nothing. */
    private static final Map<String, String> NOBODY = nobody();

    private final Tx tx;

    /** Over a store that knows {@link IdentityEntities}. */
    public Links(Tx tx) {
        this.tx = tx;
    }

    @Override
    public Manual of(long conversation) {
        return tx.call(em -> manual(em, conversation));
    }

    @Override
    public List<Learned> learned(Collection<String> keys) {
        // One by one: they are two or three, and a query would be put together anew for each number of them.
        return tx.call(em -> keys.stream()
                .map(key -> em.find(LearnedLinkRow.class, key))
                .filter(Objects::nonNull)
                .map(LearnedLinkRow::learned)
                .toList());
    }

    @Override
    public boolean hadOpportunity(long conversation) {
        return tx.call(em -> LinkHistory.anyOpportunity(em, conversation));
    }

    /**
     * Writes down how a conversation was linked.
     *
     * @param em the transaction that settles it
     * @param conversation its key in the store
     */
    public static void remember(EntityManager em, long conversation, Identity identity, Instant at) {
        em.merge(new MatchStateRow(conversation, identity.decision().name()));
        boolean found = identity.decision() == Decision.MANUAL
                || (identity.contactId() != null && identity.accountId() != null);
        keep(em, conversation, found ? Set.of() : Set.copyOf(identity.keys()));
        String links = LinkText.of(identity.linked());
        String manual = LinkText.of(manual(em, conversation).links());
        List<LinkHistoryRow> before = LinkHistory.standing(em, conversation);
        String last = before.isEmpty() ? LinkText.of(NOBODY) : before.get(0).links;
        if (!links.equals(last)) {
            LinkHistory.add(em, conversation, at, identity.decision().name(), links, manual);
        }
    }

    /**
     * Takes a person's decision in.
     *
     * @param em a transaction
     * @param conversation its key in the store
     * @param links the ids that they gave, null for none, by the conversation's field; they come on top of earlier ones
     * @param keys by which the visitor is known ({@link Identity#keys}), as far as they shall be taught
     */
    public static void decide(
            EntityManager em, long conversation, Map<String, String> links, Collection<String> keys, Instant at) {
        Map<String, String> all = manual(em, conversation).and(links);
        em.merge(new ManualLinkRow(conversation, all, at, false));
        for (String key : keys) {
            teach(em, conversation, all, key, at);
        }
    }

    /** An address teaches who it is; a domain only whose it is. */
    private static void teach(EntityManager em, long conversation, Map<String, String> links, String key, Instant at) {
        boolean person = key.startsWith(EMAIL);
        boolean says = links.containsKey(Manual.ACCOUNT) || (person && links.size() > 0);
        if (says && !key.startsWith("phone:")) {
            Learned learned = new Learned(
                    key,
                    links.get(Manual.ACCOUNT),
                    person ? links.get(Manual.CONTACT) : null,
                    person ? links.get(Manual.LEAD) : null,
                    at);
            em.merge(new LearnedLinkRow(learned, conversation));
        }
    }

    /**
     * Takes the last link of a conversation back, so that it is as it was before; what it taught is forgotten.
     *
     * @return false if there is nothing to undo
     */
    public static boolean undo(EntityManager em, long conversation, Instant at) {
        List<LinkHistoryRow> standing = LinkHistory.standing(em, conversation);
        ManualLinkRow decided = em.find(ManualLinkRow.class, conversation);
        boolean unwritten = decided != null
                && !decided.restored
                && (standing.isEmpty() || !decided.links.equals(standing.get(0).manual));
        if (unwritten) {
            forget(em, decided);
            restore(em, conversation, standing.isEmpty() ? Map.of() : LinkText.read(standing.get(0).manual), at);
            return true;
        }
        if (standing.isEmpty()) {
            return false;
        }
        standing.get(0).undone = true;
        takeBack(em, standing.get(0), standing.size() > 1 ? standing.get(1) : null, decided, at);
        return true;
    }

    private static void takeBack(
            EntityManager em, LinkHistoryRow last, LinkHistoryRow before, ManualLinkRow decided, Instant at) {
        if (last.byPerson()) {
            forget(em, decided);
            restore(em, last.conversation, before == null ? Map.of() : LinkText.read(before.manual), at);
        } else {
            restore(em, last.conversation, before == null ? NOBODY : LinkText.read(before.links), at);
        }
    }

    private static void forget(EntityManager em, ManualLinkRow decided) {
        if (decided != null) {
            em.createQuery("delete from LearnedLinkRow l where l.conversation = :id and l.at = :at")
                    .setParameter("id", decided.conversation)
                    .setParameter("at", decided.at)
                    .executeUpdate();
        }
    }

    private static void restore(EntityManager em, long conversation, Map<String, String> manual, Instant at) {
        ManualLinkRow row = em.find(ManualLinkRow.class, conversation);
        if (!manual.isEmpty()) {
            em.merge(new ManualLinkRow(conversation, manual, at, true));
        } else if (row != null) {
            em.remove(row);
        }
    }

    /** Conversations that found nobody so far and may be about one of these, by their keys in the store. */
    public List<Long> waitingFor(Collection<Known> records) {
        Set<String> keys = new HashSet<>();
        records.forEach(record -> keys.addAll(LinkKeys.of(record)));
        return keys.isEmpty()
                ? List.of()
                : tx.call(em -> em.createQuery(
                                "select distinct k.key.conversation from MatchKeyRow k where k.key.linkKey in :keys",
                                Long.class)
                        .setParameter("keys", keys)
                        .getResultList());
    }

    /** Conversations that wait for a person, by their keys in the store: those after one, in their order. */
    public List<Long> inReview(long after, int most) {
        return tx.call(em -> em.createQuery(
                        "select m.conversation from MatchStateRow m where m.decision = 'REVIEW'"
                                + " and m.conversation > :after order by m.conversation",
                        Long.class)
                .setParameter("after", after)
                .setMaxResults(most)
                .getResultList());
    }

    private static Manual manual(EntityManager em, long conversation) {
        ManualLinkRow row = em.find(ManualLinkRow.class, conversation);
        return row == null ? Manual.NOTHING : row.manual();
    }

    private static void keep(EntityManager em, long conversation, Set<String> keys) {
        List<MatchKeyRow> held = em.createQuery(
                        "select k from MatchKeyRow k where k.key.conversation = :id", MatchKeyRow.class)
                .setParameter("id", conversation)
                // One conversation is settled once in a transaction: nothing of it waits to be written.
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
        Set<String> missing = new HashSet<>(keys);
        for (MatchKeyRow row : held) {
            if (!missing.remove(row.key.linkKey())) {
                em.remove(row);
            }
        }
        missing.forEach(key -> em.persist(new MatchKeyRow(new MatchKeyRow.Key(conversation, key))));
    }

    private static Map<String, String> nobody() {
        Map<String, String> links = new LinkedHashMap<>();
        List.of(Manual.ACCOUNT, Manual.CONTACT, Manual.LEAD, Manual.OPPORTUNITY)
                .forEach(field -> links.put(field, null));
        return Collections.unmodifiableMap(links);
    }
}
