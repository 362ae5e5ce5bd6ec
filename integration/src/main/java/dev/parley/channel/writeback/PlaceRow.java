package dev.parley.channel.writeback;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Up to which of Parley's own events a source was told, and which server tells it now. */
@Entity
@Table(name = "write_back")
class PlaceRow {

    @Id
    String source;

    long number;

    @Column(name = "held_by")
    String heldBy;

    @Column(name = "held_until")
    Instant heldUntil;

    PlaceRow() {}

    PlaceRow(String source, long number) {
        this.source = source;
        this.number = number;
    }
}
