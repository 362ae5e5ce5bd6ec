package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A followed record in the store; its fields are JSON, since which ones are kept depends on the mapping files. */
@Entity
@Table(name = "crm_record")
class CrmRecord {

    @EmbeddedId
    private CrmRecordKey key;

    @Column(nullable = false)
    private Instant stamp;

    @Column(nullable = false)
    private String fields;

    protected CrmRecord() {}

    CrmRecordKey key() {
        return key;
    }

    Instant stamp() {
        return stamp;
    }

    String fields() {
        return fields;
    }
}
