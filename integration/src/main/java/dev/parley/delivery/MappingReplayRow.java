package dev.parley.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far a replay has come; the table has one row. */
@Entity
@Table(name = "mapping_replay")
class MappingReplayRow {

    static final int ONLY = 1;

    @Id
    int id = ONLY;

    @Column(name = "version_number")
    long version;

    /** Of the files that it is for; null for one that an earlier release of the program began. */
    String hash;

    /** Whether other files came into force before it had looked at all conversations: then it ended there. */
    boolean overtaken;

    @Column(name = "begun_at")
    Instant begunAt;

    @Column(name = "after_row")
    long after;

    @Column(name = "looked_at")
    long lookedAt;

    @Column(name = "made_due")
    long madeDue;

    /** Null while it goes on. */
    @Column(name = "ended_at")
    Instant endedAt;
}
