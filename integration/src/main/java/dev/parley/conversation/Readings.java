package dev.parley.conversation;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What was read out of messages: each is read once, and again only after it or its reader has changed. What a reading
 * says is the reader's affair.
 */
public final class Readings {

    /** Of a longer conversation only the last messages are looked at, so that it costs no more than others. */
    static final int MOST_MESSAGES = 1_000;

    private final Tx tx;

    /** Over the store. */
    public Readings(Tx tx) {
        this.tx = tx;
    }

    /**
     * Reads messages.
     *
     * @param name tells a reader from all that read otherwise, at most 80 characters
     * @param asGood names of readers whose readings need not be made anew
     * @param read gives what is to be kept of a message
     */
    public record Reader(String name, Set<String> asGood, Read read) {

        /** One to whom no other is as good, and who does not care what others kept. */
        public Reader(String name, Function<MessageState, String> read) {
            this(name, Set.of(), (message, before) -> read.apply(message));
        }

        private boolean takes(String other) {
            return name.equals(other) || asGood.contains(other);
        }
    }

    /** Gives what is to be kept of a message. */
    @FunctionalInterface
    public interface Read {

        /**
         * Reads it.
         *
         * @param before what somebody else kept of the same text; null if nobody did
         */
        String of(MessageState message, String before);
    }

    /** The readings of all messages that count, in the conversation's order; new ones are kept. */
    public List<String> of(Snapshot conversation, Reader reader) {
        return of(conversation, reader, true);
    }

    /** The same for a reader that only wants to know: what is kept stays as it is. */
    public List<String> tried(Snapshot conversation, Reader reader) {
        return of(conversation, reader, false);
    }

    /**
     * Reads what nobody has read yet of several conversations, in one transaction: {@link #of} then finds it.
     *
     * @param readers by the conversations' keys in the store; at most a few dozen, and none of them long
     */
    public void read(Map<Long, Reader> readers) {
        tx.run(em -> {
            for (Object[] found : unread(em, readers.keySet())) {
                MessageRow row = (MessageRow) found[0];
                Reader reader = readers.get(row.key.conversationId());
                String content = reader.read().of(row.state(), null);
                keep(em, new ReadingRow(row.key, row.changedVersion, reader.name(), content), found[1] == null);
            }
        });
    }

    /** Messages that were not read as they are now, and who read them as they were, or null. */
    private static List<Object[]> unread(EntityManager em, Set<Long> conversations) {
        return em.createQuery(
                        "select m, r.reader from MessageRow m left join ReadingRow r"
                                + " on r.key.conversationId = m.key.conversationId and r.key.messageId = m.key.messageId"
                                + " where m.key.conversationId in :ids and m.counted = true"
                                + " and (r.reader is null or r.changedVersion <> m.changedVersion)"
                                // Two who read the same write it in the same order, and none waits for one who waits.
                                + " order by m.key.conversationId, m.key.messageId",
                        Object[].class)
                .setParameter("ids", conversations)
                .setMaxResults(MOST_MESSAGES)
                .getResultList();
    }

    /** A message as it stands; empty if it is gone. */
    public Optional<MessageState> message(long conversation, String id) {
        return tx.call(em -> Optional.ofNullable(em.find(MessageRow.class, new MessageRow.Key(conversation, id)))
                .map(MessageRow::state));
    }

    /**
     * Keeps another reading of a message, unless the one that it was made from is not the kept one any more.
     *
     * @return whether it is kept
     */
    public boolean amend(long conversation, String id, String before, String after) {
        return tx.call(em -> {
            ReadingRow row = em.find(ReadingRow.class, new MessageRow.Key(conversation, id));
            boolean same = row != null && row.content.equals(before);
            if (same) {
                row.content = after;
            }
            return same;
        });
    }

    private List<String> of(Snapshot conversation, Reader reader, boolean keep) {
        return tx.call(em -> {
            List<Object[]> messages = messages(em, conversation.rowId());
            Map<String, MessageRow> unread = unread(em, conversation.rowId(), messages, reader);
            List<String> readings = new ArrayList<>();
            for (Object[] message : messages) {
                MessageRow row = unread.get((String) message[0]);
                String content = row == null
                        ? (String) message[4]
                        : reader.read().of(row.state(), isSameText(message) ? (String) message[4] : null);
                readings.add(content);
                if (row != null && keep) {
                    keep(em, new ReadingRow(row.key, row.changedVersion, reader.name(), content), message[2] == null);
                }
            }
            return readings;
        });
    }

    /** What is known to be new is not looked for first. */
    private static void keep(EntityManager em, ReadingRow reading, boolean isNew) {
        if (isNew) {
            em.persist(reading);
        } else {
            em.merge(reading);
        }
    }

    /** Id, version, and what was read: reader, version at which, and content, or nulls. */
    private static List<Object[]> messages(EntityManager em, long conversation) {
        List<Object[]> latest = em.createQuery(
                        "select m.key.messageId, m.changedVersion, r.reader, r.changedVersion, r.content"
                                + " from MessageRow m left join ReadingRow r on r.key.conversationId = m.key.conversationId"
                                + " and r.key.messageId = m.key.messageId"
                                + " where m.key.conversationId = :id and m.counted = true"
                                + " order by m.key.conversationId desc, m.position desc, m.key.messageId desc",
                        Object[].class)
                .setParameter("id", conversation)
                .setMaxResults(MOST_MESSAGES)
                .getResultList();
        List<Object[]> messages = new ArrayList<>(latest);
        Collections.reverse(messages);
        return messages;
    }

    private static boolean isSameText(Object[] message) {
        return message[1].equals(message[3]);
    }

    private static Map<String, MessageRow> unread(
            EntityManager em, long conversation, List<Object[]> messages, Reader reader) {
        List<MessageRow.Key> keys = messages.stream()
                .filter(message -> message[2] == null || !reader.takes((String) message[2]) || !isSameText(message))
                .map(message -> new MessageRow.Key(conversation, (String) message[0]))
                .toList();
        Map<String, MessageRow> rows = new HashMap<>();
        if (!keys.isEmpty()) {
            em.createQuery("select m from MessageRow m where m.key in :keys", MessageRow.class)
                    .setParameter("keys", keys)
                    .getResultList()
                    .forEach(row -> rows.put(row.key.messageId(), row));
        }
        return rows;
    }
}
