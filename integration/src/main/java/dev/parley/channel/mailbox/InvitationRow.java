package dev.parley.channel.mailbox;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/** The row of one revision of an invitation. */
@Entity
@Table(name = "invitation_revision")
class InvitationRow {

    /**
     * Which revision it is.
     *
     * @param invitation SHA-256 of its source and key
     * @param cancels whether it says that the meeting is off
     */
    @Embeddable
    record Key(@Column(name = "invitation_key") String invitation, int sequence, Instant stamp, boolean cancels)
            implements Serializable, Comparable<Key> {

        /**
         * By SEQUENCE, then DTSTAMP (RFC 5546 section 2.1.5). Calendars that count up nothing cancel with the very
         * revision that they booked with: that it is off comes last.
         */
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::invitation)
                .thenComparing(Key::sequence)
                .thenComparing(Key::stamp)
                .thenComparing(Key::cancels);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    @EmbeddedId
    Key key;

    /** SHA-256 of its source and UID. */
    @Column(name = "series_key")
    String series;

    /** Which date of the series it is about; null for the series itself, and for a meeting that stands alone. */
    @Column(name = "recurrence_id")
    String recurrenceId;

    /** The time that its event got. */
    @Column(name = "placed_at")
    Instant placedAt;

    /** The type of its last event. */
    String state;

    /** How many events told of it: more than one if an earlier revision that came late changed what it means. */
    int told;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    /** SHA-256 of whose it is, in lower case; null if it does not say. */
    String organizer;
}
