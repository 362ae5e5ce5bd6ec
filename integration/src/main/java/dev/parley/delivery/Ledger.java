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

/**
 * Says what the CRM has confirmed, one row for each record, and before that what is about to be sent: should the line, or
 * the program, break in between, nothing else tells what the fields held.
 */
final class Ledger {

    private final Instant at;
    private final Map<RecordKey, Set<String>> entered = new HashMap<>();

    Ledger(Instant at) {
        this.at = at;
    }

    /** What is about to be written of a record; no fields if another conversation writes them all. */
    LedgerRow intent(PlannedWrite write, String mappings) {
        LedgerRow row = row(write, mappings, !write.exists());
        row.crmId = write.id();
        row.kind = write.exists() ? Kind.UPDATING : Kind.MAKING;
        return row;
    }

    /** Writes down, in the transaction that settles a claim, what stands of one conversation. */
    void enter(EntityManager em, Plan plan, Collection<Outcome> outcomes, Intended intended) {
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Stands stands
                    && stands.written() != null
                    && stands.written().id() != null) {
                LedgerRow row = confirmed(plan, stands, intended);
                if (!row.fields().isEmpty()) {
                    em.persist(row);
                }
            }
        }
    }

    private LedgerRow confirmed(Plan plan, Outcome.Stands stands, Intended intended) {
        boolean made = stands.written().created();
        LedgerRow row = row(stands.write(), plan.mappings(), made);
        row.crmId = stands.written().id();
        row.kind = made ? Kind.CREATED : Kind.UPDATED;
        // What made it just now shows that what was sent before never arrived.
        return intended.take(row.key())
                .filter(before -> !made)
                .map(before -> before.followedBy(row))
                .orElse(row);
    }

    private LedgerRow row(PlannedWrite write, String mappings, boolean made) {
        LedgerRow row = new LedgerRow();
        row.at = at;
        row.conversationId = write.conversation().rowId();
        row.sobject = write.desired().sobject();
        row.recordKey = write.desired().key();
        row.mappings = mappings;
        row.fields(fields(write, made));
        return row;
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
