package dev.parley.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Time of a seller that is kept for one meeting. */
@Entity
@Table(name = "meeting_hold")
class HoldRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String seller;
    String source;
    String uid;

    @Column(name = "start_at")
    Instant start;

    @Column(name = "end_at")
    Instant end;

    /** Null once it is confirmed. */
    @Column(name = "until_at")
    Instant until;

    HoldRow() {}

    HoldRow(String seller, MeetingKey meeting, Slot slot, Instant until) {
        this.seller = seller;
        this.source = meeting.source();
        this.uid = meeting.uid();
        this.start = slot.start();
        this.end = slot.end();
        this.until = until;
    }

    Slot slot() {
        return new Slot(start, end);
    }

    boolean isOf(MeetingKey meeting) {
        return source.equals(meeting.source()) && uid.equals(meeting.uid());
    }
}
