package dev.parley.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How far people's changes have been read. */
@Entity
@Table(name = "correction_position")
class CorrectionPositionRow {

    static final short ONLY = 1;

    @Id
    short id = ONLY;

    Instant since;

    CorrectionPositionRow() {}

    CorrectionPositionRow(Instant since) {
        this.since = since;
    }
}
