package dev.parley.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The row of a meeting that Parley booked; it holds nothing of who comes to it. */
@Entity
@Table(name = "meeting_booking")
class BookingRow {

    /** The meeting. */
    @Embeddable
    record Key(String source, String uid) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "ical_uid")
    String icalUid;

    String seller;

    @Column(name = "start_at")
    Instant start;

    @Column(name = "end_at")
    Instant end;

    boolean cancelled;

    int revision;

    @Column(name = "stamp_at")
    Instant stamp;

    int told;

    BookingRow() {}

    BookingRow(MeetingKey meeting, String icalUid) {
        this.key = key(meeting);
        this.icalUid = icalUid;
        this.revision = -1;
        this.told = -1;
        this.stamp = Instant.EPOCH;
    }

    static Key key(MeetingKey meeting) {
        return new Key(meeting.source(), meeting.uid());
    }

    /** One revision on; whoever compares two of them by their stamps finds the later one later (RFC 5546). */
    void next(Instant now) {
        revision++;
        stamp = now.isAfter(stamp) ? now : stamp.plusSeconds(1);
    }

    Booking booking() {
        return new Booking(
                new MeetingKey(key.source(), key.uid()),
                icalUid,
                seller,
                new Slot(start, end),
                cancelled,
                revision,
                stamp,
                told);
    }
}
