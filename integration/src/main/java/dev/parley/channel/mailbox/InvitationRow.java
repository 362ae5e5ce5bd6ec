package dev.parley.channel.mailbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The row of an invitation's latest version. */
@Entity
@Table(name = "invitation")
class InvitationRow {

    /** SHA-256 of its source and key. */
    @Id
    @Column(name = "invitation_key")
    String key;

    int sequence;
    Instant stamp;

    /** The time that its event got. */
    @Column(name = "placed_at")
    Instant placedAt;

    /** The type of its event. */
    String state;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    /** SHA-256 of whose it is, in lower case; null if it does not say. */
    String organizer;
}
