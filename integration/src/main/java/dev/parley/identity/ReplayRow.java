package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The last change of an object type that was taken from the CRM's change events. */
@Entity
@Table(name = "crm_replay")
class ReplayRow {

    @Id
    private String sobject;

    @Column(name = "replay_id", nullable = false)
    private long replayId;

    protected ReplayRow() {}

    ReplayRow(String sobject, long replayId) {
        this.sobject = sobject;
        this.replayId = replayId;
    }

    long replayId() {
        return replayId;
    }
}
