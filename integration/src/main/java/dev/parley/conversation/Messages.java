package dev.parley.conversation;

import com.google.common.collect.Lists;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The messages of conversations, each a row that its post, its edits and its deletion change. */
final class Messages {

    /** Up to so many, finding each costs less than a query, which is put together anew for each number of them. */
    private static final int FEW = 4;

    private final EntityManager em;

    Messages(EntityManager em) {
        this.em = em;
    }

    /** True if the conversation has a message that counts now. */
    boolean change(ConversationRow row, List<ChatEvent> fresh) {
        Map<String, List<Map.Entry<Position, MessageChange>>> changes = new LinkedHashMap<>();
        fresh.forEach(event -> MessageChange.of(event)
                .forEach(change -> changes.computeIfAbsent(change.messageId(), id -> new ArrayList<>())
                        .add(Map.entry(event.envelope().position(), change))));
        Map<String, MessageRow> rows = rows(row, changes.keySet());
        boolean counts = false;
        for (Map.Entry<String, List<Map.Entry<Position, MessageChange>>> entry : changes.entrySet()) {
            MessageRow message = rows.get(entry.getKey());
            boolean unknown = message == null;
            if (unknown) {
                message = new MessageRow(new MessageRow.Key(row.id, entry.getKey()));
            }
            for (Map.Entry<Position, MessageChange> change : entry.getValue()) {
                message.change(change.getValue(), change.getKey(), row.version);
            }
            if (unknown) {
                em.persist(message);
            }
            counts |= message.counted;
        }
        return counts;
    }

    /** What was left out so far may be wanted now that more is known of it. */
    boolean anyOf(ConversationRow row) {
        return !em.createQuery(
                        "select m.key.messageId from MessageRow m where m.key.conversationId = :id and m.counted = true",
                        String.class)
                .setParameter("id", row.id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Map<String, MessageRow> rows(ConversationRow row, Set<String> ids) {
        Map<String, MessageRow> rows = new HashMap<>();
        List<MessageRow.Key> all =
                ids.stream().map(id -> new MessageRow.Key(row.id, id)).toList();
        if (all.size() <= FEW) {
            all.stream()
                    .map(key -> em.find(MessageRow.class, key))
                    .filter(Objects::nonNull)
                    .forEach(message -> rows.put(message.key.messageId(), message));
            return rows;
        }
        for (List<MessageRow.Key> keys : Lists.partition(all, Tx.MOST_IN_A_LIST)) {
            em.createQuery("select m from MessageRow m where m.key in :keys", MessageRow.class)
                    .setParameter("keys", keys)
                    .getResultList()
                    .forEach(message -> rows.put(message.key.messageId(), message));
        }
        return rows;
    }
}
