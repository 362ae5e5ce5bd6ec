package dev.parley.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** When a source last sent something, to the minute. */
@Entity
@Table(name = "source_heard")
class SourceHeardRow {

    @Id
    String source;

    @Column(name = "heard_at")
    Instant heardAt;

    SourceHeardRow() {}

    SourceHeardRow(String source, Instant heardAt) {
        this.source = source;
        this.heardAt = heardAt;
    }
}
