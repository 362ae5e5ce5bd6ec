package dev.parley.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The highest number that an event of Parley's own has; one row. */
@Entity
@Table(name = "own_event_count")
class OwnEventCountRow {

    static final int ONLY = 1;

    @Id
    int id = ONLY;

    @Column(name = "last_number")
    long lastNumber;

    OwnEventCountRow() {}

    OwnEventCountRow(long lastNumber) {
        this.lastNumber = lastNumber;
    }
}
