package dev.parley.conversation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hibernate.Timeouts;

/** The conversations that one transaction changes, each locked before it is read. */
final class LockedRows {

    private final EntityManager em;
    private final Instant now;
    private final Map<ConversationKey, ConversationRow> rows = new HashMap<>();
    private final Set<ConversationKey> absent = new HashSet<>();

    /** @param now when those begin that are not there yet */
    LockedRows(EntityManager em, Instant now) {
        this.em = em;
        this.now = now;
    }

    /**
     * Locks those that nobody holds, and waits for none.
     *
     * @param keys not more than a few hundred
     * @return those that somebody else holds
     */
    Set<ConversationKey> lockFree(Collection<ConversationKey> keys) {
        absent.addAll(keys);
        for (ConversationRow row : query("c", ConversationRow.class, absent)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .getResultList()) {
            rows.put(new ConversationKey(row.source, row.subject), row);
        }
        absent.removeAll(rows.keySet());
        Set<ConversationKey> held = absent.isEmpty()
                ? Set.of()
                : query(
                                "new dev.parley.conversation.ConversationKey(c.source, c.subject)",
                                ConversationKey.class,
                                absent)
                        .getResultStream()
                        .collect(Collectors.toSet());
        absent.removeAll(held);
        return held;
    }

    /** The one of this key, once nobody else holds it; a new one if there is none. */
    ConversationRow get(ConversationKey key) {
        return rows.computeIfAbsent(key, unlocked -> absent.contains(key) ? begun(key) : locked(key));
    }

    private ConversationRow locked(ConversationKey key) {
        return query("c", ConversationRow.class, List.of(key))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst()
                .orElseGet(() -> begun(key));
    }

    private ConversationRow begun(ConversationKey key) {
        ConversationRow row = ConversationRow.begun(key.source(), key.id(), now);
        em.persist(row);
        return row;
    }

    /** By whole keys, which databases find in the index. */
    private <T> TypedQuery<T> query(String what, Class<T> type, Collection<ConversationKey> keys) {
        List<ConversationKey> all = padded(keys);
        String places = IntStream.range(0, all.size())
                .mapToObj(n -> "(:source" + n + ", :subject" + n + ")")
                .collect(Collectors.joining(", "));
        TypedQuery<T> query = em.createQuery(
                "select " + what + " from ConversationRow c where (c.source, c.subject) in (" + places + ")", type);
        for (int n = 0; n < all.size(); n++) {
            query.setParameter("source" + n, all.get(n).source());
            query.setParameter("subject" + n, all.get(n).id());
        }
        return query;
    }

    /** The last one again and again, up to a power of two: few statements are prepared, whatever the number of keys. */
    private static List<ConversationKey> padded(Collection<ConversationKey> keys) {
        List<ConversationKey> all = new ArrayList<>(keys);
        while (Integer.bitCount(all.size()) > 1) {
            all.add(all.get(all.size() - 1));
        }
        return all;
    }
}
