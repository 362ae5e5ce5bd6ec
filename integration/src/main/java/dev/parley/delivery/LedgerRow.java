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

/** A write of one record that the CRM confirmed. */
@Entity
@Table(name = "ledger")
class LedgerRow {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the write did. */
    enum Kind {
        /** It made the record. */
        CREATED,
        /** It changed fields of it. */
        UPDATED,
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

    @Column(name = "crm_id")
    String crmId;

    @Enumerated(EnumType.STRING)
    Kind kind;

    /** Hash of the mapping files, or null if it was not by them. */
    String mappings;

    String fields;

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
