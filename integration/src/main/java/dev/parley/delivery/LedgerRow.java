package dev.parley.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** A write of one record that the CRM confirmed. */
@Entity
@Table(name = "ledger")
class LedgerRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What has been announced and not been confirmed yet. */
    static final Set<Kind> OPEN = Set.of(Kind.MAKING, Kind.UPDATING);

    /** What the write did. */
    enum Kind {
        /** It made the record. */
        CREATED,
        /** It changed fields of it. */
        UPDATED,
        /** It was about to make the record when it was last heard of. */
        MAKING,
        /** It was about to change fields of it. */
        UPDATING,
        /** It put back what earlier writes had changed. */
        UNDONE
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger")
    @SequenceGenerator(name = "ledger", sequenceName = "ledger_seq", allocationSize = 200)
    Long id;

    Instant at;

    @Column(name = "conversation_id")
    long conversationId;

    String sobject;

    @Column(name = "record_key")
    String recordKey;

    /** Null while a write that makes it, or names it by an external id, is not confirmed. */
    @Column(name = "crm_id")
    String crmId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** Hash of the mapping files, or null if it was not by them. */
    String mappings;

    String fields;

    AppliedRow.Key key() {
        return new AppliedRow.Key(conversationId, sobject, recordKey);
    }

    /** Whether it has been announced and not been confirmed yet. */
    boolean isOpen() {
        return OPEN.contains(kind);
    }

    LedgerRow copy() {
        LedgerRow copy = new LedgerRow();
        copy.at = at;
        copy.conversationId = conversationId;
        copy.sobject = sobject;
        copy.recordKey = recordKey;
        copy.crmId = crmId;
        copy.kind = kind;
        copy.mappings = mappings;
        copy.fields = fields;
        return copy;
    }

    /** This write and a later one of the same record as one: what stood there before this one, and what the later left. */
    LedgerRow followedBy(LedgerRow later) {
        LedgerRow both = later.copy();
        both.crmId = later.crmId == null ? crmId : later.crmId;
        both.kind = kind == Kind.CREATED || later.kind == Kind.UPDATING ? kind : later.kind;
        Map<String, WrittenField> all = fields();
        later.fields().forEach((name, field) -> all.merge(name, field, WrittenField::followedBy));
        both.fields(all);
        return both;
    }

    /** The same once it is known which record it is about. */
    LedgerRow closed() {
        LedgerRow closed = copy();
        closed.kind = crmId != null && kind == Kind.UPDATING ? Kind.UPDATED : kind;
        return closed;
    }

    void fields(Map<String, WrittenField> written) {
        try {
            fields = JSON.writeValueAsString(written);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Written fields cannot be kept as JSON", e);
        }
    }

    Map<String, WrittenField> fields() {
        try {
            return JSON.readValue(fields, new TypeReference<LinkedHashMap<String, WrittenField>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was written of " + sobject + " " + crmId + " cannot be read", e);
        }
    }
}
