package dev.parley.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was last written of a record, for one conversation. */
@Entity
@Table(name = "applied_record")
class AppliedRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Embeddable
    record Key(
            @Column(name = "conversation_id") long conversationId,
            String sobject,
            @Column(name = "record_key") String recordKey)
            implements Serializable {

        static Key of(long conversationId, RecordKey record) {
            return new Key(conversationId, record.sobject(), record.key());
        }

        RecordKey record() {
            return new RecordKey(sobject, recordKey);
        }
    }

    @EmbeddedId
    Key key;

    @Column(name = "crm_id")
    String crmId;

    @Enumerated(EnumType.STRING)
    AppliedRecord.Outcome outcome;

    String fields;
    String kept;

    /** What is held and under which files; only an undo, and what brings other files, change it. */
    String held;

    @Column(name = "held_under")
    String heldUnder;

    AppliedRow() {}

    AppliedRow(Key key, AppliedRecord record) {
        this.key = key;
        this.kept = "[]";
        become(record);
    }

    /** Takes what was written of it last; what is left alone already is so from then on too. */
    final void become(AppliedRecord record) {
        this.crmId = record.crmId();
        this.outcome = record.outcome();
        this.fields = record.fields().toString();
        keep(record.kept());
    }

    /** Leaves further fields alone from now on. */
    final void keep(Set<String> names) {
        Set<String> all = kept();
        all.addAll(names);
        kept = JSON.valueToTree(all).toString();
    }

    /** Holds these fields, in place of what was held before. */
    final void hold(Hold hold) {
        heldUnder = hold.mappings();
        held = hold.fields().isEmpty() ? null : JSON.valueToTree(hold.fields()).toString();
    }

    /** Takes note of what stands in the CRM since an undo, so that whoever writes later compares with that. */
    final void putBack(Map<String, JsonNode> values) {
        ObjectNode all = record().fields();
        values.forEach((name, value) -> all.set(name, value));
        fields = all.toString();
    }

    /** Follows fields again that were left alone, from what stands in the CRM. */
    void release(Collection<String> names, ObjectNode present) {
        AppliedRecord before = record();
        Set<String> rest = new TreeSet<>(before.kept());
        rest.removeAll(names);
        kept = JSON.valueToTree(rest).toString();
        ObjectNode all = before.fields();
        names.forEach(name -> all.set(name, present.path(name).isMissingNode() ? all.nullNode() : present.get(name)));
        fields = all.toString();
    }

    AppliedRecord record() {
        try {
            return new AppliedRecord(crmId, outcome, (ObjectNode) JSON.readTree(fields), kept(), hold());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written of " + key + " cannot be read", e);
        }
    }

    Hold hold() {
        return held == null ? Hold.NONE : new Hold(heldUnder, names(held));
    }

    private Set<String> kept() {
        return names(kept);
    }

    private Set<String> names(String json) {
        try {
            return new TreeSet<>(JSON.readValue(json, new TypeReference<Set<String>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written of " + key + " cannot be read", e);
        }
    }
}
