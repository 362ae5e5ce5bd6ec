package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.delivery.LedgerRow.Kind;
import dev.parley.mapping.DesiredRecord.DesiredField;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Writes down, in the transaction that settles a claim, what the CRM has confirmed: one row for each record. */
final class Ledger {

    private final EntityManager em;
    private final Instant at;
    private final Map<RecordKey, Set<String>> entered = new HashMap<>();

    Ledger(EntityManager em, Instant at) {
        this.em = em;
        this.at = at;
    }

    /** Writes down what stands of one conversation. */
    void enter(Plan plan, Collection<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Stands stands
                    && stands.written() != null
                    && stands.written().id() != null) {
                enter(plan, stands);
            }
        }
    }

    private void enter(Plan plan, Outcome.Stands stands) {
        PlannedWrite write = stands.write();
        Map<String, WrittenField> fields = fields(write, stands.written().created());
        if (fields.isEmpty()) {
            return;
        }
        LedgerRow row = new LedgerRow();
        row.at = at;
        row.conversationId = write.conversation().rowId();
        row.sobject = write.desired().sobject();
        row.recordKey = write.desired().key();
        row.crmId = stands.written().id();
        row.kind = stands.written().created() ? Kind.CREATED : Kind.UPDATED;
        row.mappings = plan.mappings();
        row.fields(fields);
        em.persist(row);
    }

    /** Where several conversations want one field of a record otherwise, the first one's value was sent. */
    private Map<String, WrittenField> fields(PlannedWrite write, boolean created) {
        Set<String> others = entered.computeIfAbsent(write.key(), key -> new HashSet<>());
        Map<String, WrittenField> fields = new LinkedHashMap<>();
        for (DesiredField field : write.desired().fields()) {
            if (write.difference().fields().containsKey(field.name()) && others.add(field.name())) {
                fields.put(field.name(), field(write, field, created));
            }
        }
        return fields;
    }

    private static WrittenField field(PlannedWrite write, DesiredField field, boolean created) {
        String place = field.place().toString();
        JsonNode after = FieldValue.json(field.value());
        if (created) {
            return WrittenField.of(true, null, after, place);
        }
        if (write.current() != null) {
            return WrittenField.of(true, write.current().get(field.name()), after, place);
        }
        JsonNode wrote =
                write.applied() == null ? null : write.applied().fields().get(field.name());
        // People edit tasks and the like, and nobody has looked since: what was written last may not have stood there.
        boolean known = wrote != null && write.desired().sobject().startsWith("Chat_");
        return WrittenField.of(known, wrote, after, place);
    }
}
