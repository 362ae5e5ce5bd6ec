package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.RecycleBin.Trace;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.records.Transaction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Brings a record back out of the recycle bin, with what was deleted along with it. Look-ups that the deletion emptied
 * lead to it again, unless they have been given something else since.
 */
public final class Undeletion {
    private final Transaction transaction;
    private final String userId;

    /** Restores as that user. */
    public Undeletion(Transaction transaction, String userId) {
        this.transaction = transaction;
        this.userId = userId;
    }

    /** Restores one record; a merged one does not come back. */
    public void undelete(String id) {
        SObject record = transaction
                .byId(id)
                .filter(SObject::isDeleted)
                .filter(found -> found.get("MasterRecordId") == null)
                .orElseThrow(() ->
                        SalesforceError.badRequest("UNDELETE_FAILED", "entity is not in the recycle bin: " + id, "id"));
        restore(record);
    }

    private void restore(SObject record) {
        change(record, Map.of("IsDeleted", false));
        transaction.bin().takeOut(record.id()).forEach(trace -> transaction
                .byId(trace.id())
                .ifPresent(other -> restore(other, trace, record.id())));
    }

    private void restore(SObject other, Trace trace, String id) {
        if (trace.emptied() == null && other.isDeleted()) {
            restore(other);
        } else if (trace.emptied() != null && other.get(trace.emptied()) == null) {
            change(other, Map.of(trace.emptied().name(), id));
        }
    }

    private void change(SObject record, Map<String, Object> changes) {
        Map<String, Object> values = new LinkedHashMap<>(record.values());
        values.putAll(changes);
        values.put("SystemModstamp", transaction.now());
        values.put("LastModifiedDate", transaction.now());
        values.put("LastModifiedById", userId);
        transaction.put(record.type(), record.id(), values);
    }
}
