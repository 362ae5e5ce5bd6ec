package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Snapshot;
import dev.parley.identity.Asked;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is remembered of the records of conversations that are being delivered: what was written, and what was refused.
 */
final class Memory {

    private final Map<AppliedRow.Key, AppliedRecord> applied = new HashMap<>();
    private final Map<AppliedRow.Key, DeadLetterRow> dead = new HashMap<>();
    private final Set<AppliedRow.Key> stored = new HashSet<>();

    private final Set<AppliedRow.Key> learnt = new HashSet<>();
    private final Intended intended;

    private Memory(Intended intended) {
        this.intended = intended;
    }

    static Memory of(Tx tx, List<Snapshot> conversations) {
        List<Long> ids = conversations.stream().map(Snapshot::rowId).toList();
        return tx.call(em -> {
            Memory memory = new Memory(Intended.of(em, ids));
            em.createQuery("select a from AppliedRow a where a.key.conversationId in :ids", AppliedRow.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> {
                        memory.applied.put(row.key, row.record());
                        memory.stored.add(row.key);
                    });
            em.createQuery("select d from DeadLetterRow d where d.conversationId in :ids", DeadLetterRow.class)
                    .setParameter("ids", ids)
                    .getResultList()
                    .forEach(row -> memory.dead.put(AppliedRow.Key.of(row.conversationId, row.record()), row));
            return memory;
        });
    }

    AppliedRecord applied(Snapshot conversation, RecordKey record) {
        return applied.get(AppliedRow.Key.of(conversation.rowId(), record));
    }

    /** What was written of a conversation's meetings and links. */
    WrittenBefore written(Snapshot conversation) {
        return new WrittenBefore() {
            @Override
            public boolean isWritten(String externalId) {
                return WrittenBefore.SOBJECTS.stream()
                        .anyMatch(sobject -> applied(conversation, new RecordKey(sobject, externalId)) != null);
            }

            @Override
            public Optional<String> eventId(String externalId) {
                AppliedRecord record = applied(conversation, new RecordKey(Delivery.EVENT, externalId));
                return record == null ? Optional.empty() : Optional.ofNullable(record.crmId());
            }

            @Override
            public Set<String> links() {
                return applied.entrySet().stream()
                        .filter(each -> each.getKey().conversationId() == conversation.rowId()
                                && each.getKey().sobject().equals(LINK)
                                && isQuestion(each.getValue().fields()))
                        .map(each -> each.getKey().recordKey())
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        };
    }

    /** A link to what may be meant, or one that leads nowhere any more. */
    private static boolean isQuestion(ObjectNode link) {
        String role = link.path("Role__c").asText("");
        return role.equals(Asked.ROLE)
                || (role.isEmpty()
                        && Edits.LINKS.stream()
                                .allMatch(field -> link.path(field).asText("").isEmpty()));
    }

    /** All that is remembered as written or perhaps written, by conversation and record. */
    Map<AppliedRow.Key, AppliedRecord> applied() {
        return Map.copyOf(applied);
    }

    /** Takes note of what has become known since, to be written down with the rest. */
    void remember(AppliedRow.Key key, AppliedRecord record) {
        applied.put(key, record);
        learnt.add(key);
    }

    /** Remembers what was written for another conversation, from now on. */
    void adopt(Tx tx, AppliedRow.Key key, AppliedRecord record) {
        tx.run(em -> em.persist(new AppliedRow(key, record)));
        applied.put(key, record);
        stored.add(key);
    }

    /** What earlier deliveries were about to write. */
    Intended intended() {
        return intended;
    }

    /** Writes down what has become known, before what has been written. */
    void settle(EntityManager em) {
        learnt.forEach(key -> write(em, new AppliedRow(key, applied.get(key))));
    }

    void forget(AppliedRow.Key key) {
        applied.remove(key);
    }

    /** Whether a record has been refused before, whatever it held. */
    boolean isDead(Snapshot conversation, RecordKey record) {
        return dead.containsKey(AppliedRow.Key.of(conversation.rowId(), record));
    }

    /** Whether a record with just this content has been refused before: trying again would not help. */
    boolean isDead(Snapshot conversation, RecordKey record, String content) {
        DeadLetterRow row = dead.get(AppliedRow.Key.of(conversation.rowId(), record));
        return row != null && row.content.equals(content);
    }

    /** Whether a person decided that a record may stay undone. */
    boolean isDiscarded(Snapshot conversation, RecordKey record) {
        DeadLetterRow row = dead.get(AppliedRow.Key.of(conversation.rowId(), record));
        return row != null && row.discarded;
    }

    /** Whether anything of a conversation has been laid aside. */
    boolean anyDead(Snapshot conversation) {
        return dead.keySet().stream().anyMatch(key -> key.conversationId() == conversation.rowId());
    }

    /**
     * Writes down, in a transaction of its own, what is about to be sent.
     *
     * @param unsafe records that the CRM cannot tell apart
     * @param writes all of it, as the ledger tells it
     */
    void announce(Tx tx, Collection<AppliedRow> unsafe, Collection<LedgerRow> writes) {
        if (!writes.isEmpty()) {
            tx.run(em -> {
                unsafe.forEach(row -> write(em, row));
                writes.forEach(row -> em.persist(row.copy()));
            });
            unsafe.forEach(row -> stored.add(row.key));
        }
    }

    /** Writes down what stands in the CRM now; an older dead letter of the record goes. */
    void save(EntityManager em, AppliedRow.Key key, AppliedRecord record) {
        write(em, new AppliedRow(key, record));
        bury(em, key);
    }

    /** What an undo has put under protection since the record was read stays so. */
    private void write(EntityManager em, AppliedRow row) {
        AppliedRow held =
                stored.contains(row.key) ? em.find(AppliedRow.class, row.key, LockModeType.PESSIMISTIC_WRITE) : null;
        if (held == null) {
            em.persist(row);
        } else {
            held.become(row.record());
        }
    }

    /** Lays a record aside, in place of an older dead letter of it. */
    void layAside(EntityManager em, AppliedRow.Key key, Refusal refusal, Instant at) {
        bury(em, key);
        em.persist(new DeadLetterRow(key.conversationId(), key.record(), refusal, at));
    }

    /** Removes the letters of mapping lines that no longer fail. */
    void buryMended(EntityManager em, Snapshot conversation, Set<RecordKey> failing) {
        dead.forEach((key, row) -> {
            boolean mended = row.code.equals(Unmapped.CODE) && !failing.contains(key.record());
            if (mended && key.conversationId() == conversation.rowId()) {
                bury(em, key);
            }
        });
    }

    private void bury(EntityManager em, AppliedRow.Key key) {
        DeadLetterRow row = dead.get(key);
        if (row != null) {
            em.createQuery("delete from DeadLetterRow d where d.id = :id")
                    .setParameter("id", row.id)
                    .executeUpdate();
        }
    }
}
