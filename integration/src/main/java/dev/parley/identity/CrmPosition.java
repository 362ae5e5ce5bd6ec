package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far one object type has been read. */
@Entity
@Table(name = "crm_position")
class CrmPosition {

    @Id
    private String sobject;

    @Column(nullable = false)
    private String fields;

    private Instant stamp;

    @Column(name = "record_id")
    private String recordId;

    private boolean loaded;

    @Column(name = "read_at")
    private Instant readAt;

    protected CrmPosition() {}

    CrmPosition(String sobject, String fields, Position position) {
        this.sobject = sobject;
        this.fields = fields;
        this.stamp = position.stamp();
        this.recordId = position.id();
        this.loaded = position.loaded();
        this.readAt = position.readAt();
    }

    String sobject() {
        return sobject;
    }

    String fields() {
        return fields;
    }

    Position position() {
        return new Position(stamp, recordId, loaded, readAt);
    }
}
