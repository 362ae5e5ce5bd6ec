package dev.parley.delivery;

import dev.parley.conversation.Snapshot;
import dev.parley.store.Tx;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The CRM records of a conversation, as they were last written. */
public final class Records {

    private final Tx tx;

    /** Over the store. */
    public Records(Tx tx) {
        this.tx = tx;
    }

    /**
     * One record.
     *
     * @param sobject API name of the object type
     * @param key Parley's key of it
     * @param id its Salesforce id, or null while the CRM has not confirmed it
     * @param kept fields that a person has changed, and that Parley leaves alone
     */
    public record Written(String sobject, String key, String id, Set<String> kept) {}

    /** The records of a conversation. */
    public List<Written> of(Snapshot conversation) {
        return tx.call(em -> em.createQuery(
                        "select a from AppliedRow a where a.key.conversationId = :id"
                                + " order by a.key.sobject, a.key.recordKey",
                        AppliedRow.class)
                .setParameter("id", conversation.rowId())
                .getResultStream()
                .map(row -> new Written(
                        row.key.sobject(),
                        row.key.recordKey(),
                        row.crmId,
                        row.record().kept()))
                .toList());
    }

    /** The records of a conversation that a person decided to leave undone. */
    Set<RecordKey> discarded(Snapshot conversation) {
        return tx.call(em -> em.createQuery(
                        "select d from DeadLetterRow d where d.conversationId = :id and d.discarded = true",
                        DeadLetterRow.class)
                .setParameter("id", conversation.rowId())
                .getResultStream()
                .map(DeadLetterRow::record)
                .collect(Collectors.toSet()));
    }

    /** Forgets what was written of a conversation's records: the next delivery compares with nothing. */
    void forget(Snapshot conversation) {
        tx.run(em -> em.createQuery("delete from AppliedRow a where a.key.conversationId = :id and a.key.sobject in"
                        + " ('Chat_Conversation__c', 'Chat_Transcript_Part__c')")
                .setParameter("id", conversation.rowId())
                .executeUpdate());
    }
}
