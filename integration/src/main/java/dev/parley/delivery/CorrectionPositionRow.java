package dev.parley.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far people's changes have been read. */
@Entity
@Table(name = "correction_position")
class CorrectionPositionRow {

    /** Of conversation records. */
    static final short ONLY = 1;

    /** Of events in calendars. */
    static final short EVENTS = 2;

    @Id
    short id = ONLY;

    Instant since;

    CorrectionPositionRow() {}

    CorrectionPositionRow(Instant since) {
        this.since = since;
    }

    static CorrectionPositionRow ofEvents(Instant since) {
        CorrectionPositionRow row = new CorrectionPositionRow(since);
        row.id = EVENTS;
        return row;
    }
}
