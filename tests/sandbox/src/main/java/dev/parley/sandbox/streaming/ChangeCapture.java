package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.Commit;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Change Data Capture: makes the events of each transaction, for the object types that the org has selected. */
public final class ChangeCapture {

    /** An org may select five object types without paying for more. */
    static final Set<String> SELECTED = Set.of("Account", "Contact", "Lead", "Opportunity", "Chat_Command__c");

    private final EventBus bus;
    private long commitNumber;

    /** Publishes on that bus. */
    public ChangeCapture(EventBus bus) {
        this.bus = bus;
        this.commitNumber = bus.now().toEpochMilli() << 8;
    }

    /** Publishes what a transaction changed. */
    public synchronized void capture(Commit commit) {
        commitNumber++;
        String transaction = UUID.randomUUID().toString();
        int sequence = 0;
        for (Commit.Change change : commit.changes()) {
            SObject record = change.after();
            String kind = kind(change);
            if (kind != null && SELECTED.contains(record.type().name())) {
                ObjectNode payload = JsonNodeFactory.instance.objectNode();
                header(payload.putObject("ChangeEventHeader"), commit, record, kind)
                        .put("transactionKey", transaction)
                        .put("sequenceNumber", ++sequence);
                fill(payload, change, kind);
                bus.publish(record.type().name(), payload);
            }
        }
    }

    private ObjectNode header(ObjectNode header, Commit commit, SObject record, String kind) {
        header.put("entityName", record.type().name())
                .put("changeType", kind)
                .put("changeOrigin", commit.origin())
                .put("commitTimestamp", bus.now().toEpochMilli())
                .put("commitNumber", commitNumber)
                .put("commitUser", record.text("LastModifiedById"));
        header.putArray("recordIds").add(record.id());
        return header;
    }

    private static void fill(ObjectNode payload, Commit.Change change, String kind) {
        if (kind.equals("DELETE")) {
            payload.withObject("/ChangeEventHeader").putArray("changedFields");
            return;
        }
        boolean update = kind.equals("UPDATE");
        List<Field> fields = ChangeFields.changed(update ? change.before() : null, change.after());
        var names = payload.withObject("/ChangeEventHeader").putArray("changedFields");
        fields.forEach(field -> {
            ChangeFields.put(payload, change.after(), field);
            if (update) {
                names.add(ChangeFields.path(change.after(), field));
            }
        });
    }

    /** Null for a change that nobody is told of. */
    private static String kind(Commit.Change change) {
        boolean gone = change.after().isDeleted();
        if (change.before() == null) {
            return gone ? null : "CREATE";
        }
        if (change.before().isDeleted()) {
            return gone ? null : "UNDELETE";
        }
        if (gone) {
            return "DELETE";
        }
        return ChangeFields.changed(change.before(), change.after()).isEmpty() ? null : "UPDATE";
    }
}
