package dev.parley.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An event of Parley's own, by its number among them all. */
@Entity
@Table(name = "own_event")
class OwnEventRow {

    @Id
    long number;

    String source;

    @Column(name = "event_id")
    String eventId;

    boolean acknowledged;

    OwnEventRow() {}

    OwnEventRow(long number, EventRow.Key event) {
        this.number = number;
        this.source = event.source();
        this.eventId = event.eventId();
    }
}
