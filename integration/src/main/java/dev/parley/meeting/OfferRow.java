package dev.parley.meeting;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** Whose time was offered for a meeting: only what Parley offered can be chosen. */
@Entity
@Table(name = "meeting_offer")
class OfferRow {

    /** The meeting. */
    @Embeddable
    record Key(String source, String uid) implements Serializable {}

    @EmbeddedId
    Key key;

    String seller;

    OfferRow() {}

    OfferRow(MeetingKey meeting, String seller) {
        this.key = key(meeting);
        this.seller = seller;
    }

    static Key key(MeetingKey meeting) {
        return new Key(meeting.source(), meeting.uid());
    }
}
