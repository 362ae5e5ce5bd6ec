package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The last change of an object type that was taken from the CRM's change events. */
@Entity
@Table(name = "crm_replay")
class ReplayRow {

    @Id
    private String sobject;

    @Column(name = "replay_id", nullable = false)
    private long replayId;

    /** Null in a row of a version that did not note it. */
    @Column(name = "stood_at")
    private Instant stoodAt;

    protected ReplayRow() {}

    ReplayRow(String sobject, long replayId, Instant stoodAt) {
        this.sobject = sobject;
        this.replayId = replayId;
        this.stoodAt = stoodAt;
    }

    long replayId() {
        return replayId;
    }

    boolean stoodBefore(Instant time) {
        return stoodAt == null || stoodAt.isBefore(time);
    }
}
