package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.Lists;
import dev.parley.conversation.ChatEvent.CallbackRequested;
import dev.parley.conversation.ChatEvent.ConsentChanged;
import dev.parley.conversation.ChatEvent.ErasureRequested;
import dev.parley.conversation.ChatEvent.RatingGiven;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The store of conversations (Message Store, Idempotent Receiver): every event once, and what they come to. */
public final class Conversations implements Inbox {

    /** A transcript may name 100,000 messages, and databases bound how many values a statement has. */
    private static final int MOST_IN_A_LIST = 1_000;

    private static final Duration AT_ANY_AGE = ChronoUnit.FOREVER.getDuration();

    private final Tx tx;
    private final Clock clock;
    private final DueRule due;
    private final Duration historyAge;

    /**
     * Makes the store.
     *
     * @param tx the database
     * @param clock tells when events arrive
     * @param due when a conversation is to be written to the CRM
     * @param historyAge an event older than this when it arrives is history
     */
    public Conversations(Tx tx, Clock clock, DueRule due, Duration historyAge) {
        this.tx = tx;
        this.clock = clock;
        this.due = due;
        this.historyAge = historyAge;
    }

    @Override
    public Receipt receive(List<ChatEvent> events) {
        return receive(events, historyAge);
    }

    /** The same for history that an admin wants treated as if it had just happened. */
    public Receipt receiveAsNew(List<ChatEvent> events) {
        return receive(events, AT_ANY_AGE);
    }

    private Receipt receive(List<ChatEvent> events, Duration age) {
        Map<ConversationKey, List<ChatEvent>> byConversation = events.stream()
                .map(Masking::masked)
                .collect(Collectors.groupingBy(
                        event -> ConversationKey.of(event.envelope()), TreeMap::new, Collectors.toList()));
        int accepted = tx.call(em -> {
            // No query asks for a row that this transaction has changed, so all of it is written at the end, in
            // batches.
            em.setFlushMode(FlushModeType.COMMIT);
            Set<EventRow.Key> known = known(em, events);
            int taken = 0;
            // Sorted keys: two batches that share conversations lock them in the same order.
            for (Map.Entry<ConversationKey, List<ChatEvent>> entry : byConversation.entrySet()) {
                taken += take(em, entry.getKey(), entry.getValue(), known, age);
            }
            return taken;
        });
        return new Receipt(accepted, events.size() - accepted);
    }

    /**
     * Which of the events had been stored before; looked up before their conversations are locked. By whole keys: H2
     * finds those in the index, and would read all events of a source for a list of ids beside it.
     */
    private static Set<EventRow.Key> known(EntityManager em, List<ChatEvent> events) {
        List<EventRow.Key> all = events.stream()
                .map(event -> new EventRow.Key(
                        event.envelope().source(), event.envelope().id()))
                .toList();
        Set<EventRow.Key> known = new HashSet<>();
        for (List<EventRow.Key> keys : Lists.partition(all, MOST_IN_A_LIST)) {
            known.addAll(em.createQuery("select e.key from EventRow e where e.key in :keys", EventRow.Key.class)
                    .setParameter("keys", keys)
                    .getResultList());
        }
        return known;
    }

    private int take(
            EntityManager em, ConversationKey key, List<ChatEvent> events, Set<EventRow.Key> known, Duration age) {
        // An event that another transaction stores meanwhile breaks the unique key, and this one starts over.
        List<ChatEvent> fresh = events.stream()
                .filter(event -> known.add(new EventRow.Key(
                        event.envelope().source(), event.envelope().id())))
                .toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        ConversationRow row = locked(em, key, now);
        Conversation conversation = row.fold();
        for (ChatEvent event : fresh) {
            conversation = conversation.with(event);
            em.persist(new EventRow(row.id, event.envelope(), now));
        }
        row.fold(conversation);
        row.version += fresh.size();
        row.live |= fresh.stream().anyMatch(event -> isFresh(event, now, age));
        // Nobody waits for history, however it is treated; what somebody waits for already stays so.
        row.background = (!row.live || age.equals(AT_ANY_AGE)) && (row.dueAt == null || row.background);
        boolean content = changeMessages(em, row, fresh)
                || hasContent(fresh)
                || row.dueAt != null
                || row.appliedVersion > 0
                || hasMessages(em, row);
        row.dueAt = due.next(row, content, ends(conversation, fresh), now);
        return fresh.size();
    }

    private static boolean isFresh(ChatEvent event, Instant now, Duration age) {
        return Duration.between(event.envelope().time(), now).compareTo(age) < 0;
    }

    private static ConversationRow locked(EntityManager em, ConversationKey key, Instant now) {
        return find(em, key, LockModeType.PESSIMISTIC_WRITE).stream()
                .findFirst()
                .orElseGet(() -> {
                    ConversationRow row = ConversationRow.begun(key.source(), key.id(), now);
                    em.persist(row);
                    return row;
                });
    }

    private static List<ConversationRow> find(EntityManager em, ConversationKey key, LockModeType lock) {
        return em.createQuery(
                        "select c from ConversationRow c where c.source = :source and c.subject = :subject",
                        ConversationRow.class)
                .setParameter("source", key.source())
                .setParameter("subject", key.id())
                .setLockMode(lock)
                .getResultList();
    }

    /** True if the conversation has a message that counts now. */
    private static boolean changeMessages(EntityManager em, ConversationRow row, List<ChatEvent> fresh) {
        Map<String, List<Map.Entry<Position, MessageChange>>> changes = new LinkedHashMap<>();
        fresh.forEach(event -> MessageChange.of(event)
                .forEach(change -> changes.computeIfAbsent(change.messageId(), id -> new ArrayList<>())
                        .add(Map.entry(event.envelope().position(), change))));
        Map<String, MessageRow> rows = rows(em, row, changes.keySet());
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
    private static boolean hasMessages(EntityManager em, ConversationRow row) {
        return !em.createQuery(
                        "select m.key.messageId from MessageRow m where m.key.conversationId = :id and m.counted = true",
                        String.class)
                .setParameter("id", row.id)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private static Map<String, MessageRow> rows(EntityManager em, ConversationRow row, Set<String> ids) {
        Map<String, MessageRow> rows = new HashMap<>();
        List<MessageRow.Key> all =
                ids.stream().map(id -> new MessageRow.Key(row.id, id)).toList();
        for (List<MessageRow.Key> keys : Lists.partition(all, MOST_IN_A_LIST)) {
            em.createQuery("select m from MessageRow m where m.key in :keys", MessageRow.class)
                    .setParameter("keys", keys)
                    .getResultList()
                    .forEach(message -> rows.put(message.key.messageId(), message));
        }
        return rows;
    }

    /** An opened widget is nothing to write; a call-back, a meeting or a wish about one's data is. */
    private static boolean hasContent(List<ChatEvent> fresh) {
        return fresh.stream()
                .anyMatch(event -> event instanceof CallbackRequested
                        || event instanceof ConsentChanged
                        || event instanceof ErasureRequested
                        || event.envelope().type().startsWith("meeting."));
    }

    /** It has closed and nothing newer was said, or something came that must not wait. */
    private static boolean ends(Conversation conversation, List<ChatEvent> fresh) {
        Latest<JsonNode> closed = conversation.facts().get(Facts.CLOSED);
        return fresh.stream()
                .anyMatch(event -> event instanceof ErasureRequested
                        || event instanceof ConsentChanged
                        || event instanceof RatingGiven
                        || (closed != null
                                && closed.at().compareTo(event.envelope().position()) >= 0));
    }
}
