package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.RecordWrite.Target;
import dev.parley.mapping.DesiredRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A record that differs from what it should be, for one conversation.
 *
 * @param conversation the conversation
 * @param desired the record as it should be
 * @param applied what was last written of it, or null
 * @param difference what of it has to be written
 * @param id its Salesforce id where known, else null
 * @param exists whether the CRM has the record already
 * @param current what the CRM holds of it as far as that is known, or null
 * @param content hash of all that it should be
 */
record PlannedWrite(
        Snapshot conversation,
        DesiredRecord desired,
        AppliedRecord applied,
        Difference difference,
        String id,
        boolean exists,
        ObjectNode current,
        String content) {

    /** What was last written of a field that is to be written, else what the CRM is known to hold; null for nothing. */
    Object was(String field) {
        boolean written = applied != null && applied.fields().has(field);
        return FieldValue.value(written ? applied.fields().get(field) : current == null ? null : current.get(field));
    }

    RecordKey key() {
        return RecordKey.of(desired);
    }

    AppliedRow.Key memoryKey() {
        return AppliedRow.Key.of(conversation.rowId(), key());
    }

    /** Whether the CRM would make it twice if it were sent twice. */
    boolean unsafeToRepeat() {
        return id == null && !desired.upsert();
    }

    /** The same without what refers to these records. It counts as not written, so it follows once they stand. */
    PlannedWrite without(Set<RecordKey> missing) {
        return new PlannedWrite(
                conversation, desired, applied, difference.without(missing), id, exists, current, content);
    }

    RecordWrite write() {
        Map<String, Object> fields = new LinkedHashMap<>(difference.fields());
        if (!desired.upsert() && id == null) {
            fields.put(desired.keyField(), desired.key());
        }
        return new RecordWrite(desired.sobject(), target(), fields, desired.options());
    }

    private Target target() {
        boolean matched = applied != null && applied.outcome() == AppliedRecord.Outcome.MATCHED;
        if (desired.upsert() && desired.id() == null && !matched) {
            return new Target.ByExternalId(desired.keyField(), desired.key());
        }
        return id == null ? new Target.New() : new Target.ById(id);
    }
}
