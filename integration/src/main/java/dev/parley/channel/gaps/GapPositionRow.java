package dev.parley.channel.gaps;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Up to when a source was looked through for what its webhooks did not bring. */
@Entity
@Table(name = "gap_position")
class GapPositionRow {

    @Id
    String source;

    @Column(name = "looked_at")
    Instant lookedAt;

    GapPositionRow() {}

    GapPositionRow(String source, Instant lookedAt) {
        this.source = source;
        this.lookedAt = lookedAt;
    }
}
