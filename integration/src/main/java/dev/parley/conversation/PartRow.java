package dev.parley.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** Where a part of the transcript began when it was last written, so that packing can go on from there. */
@Entity
@Table(name = "transcript_part")
class PartRow {

    @Embeddable
    record Key(@Column(name = "conversation_id") long conversationId, int sequence) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "first_position")
    byte[] firstPosition;

    @Column(name = "first_at")
    Instant firstAt;

    @Column(name = "last_at")
    Instant lastAt;

    String hash;

    PartRow() {}

    PartRow(long conversationId, TranscriptPart part) {
        key = new Key(conversationId, part.sequence());
        firstPosition = part.firstPosition();
        firstAt = part.firstAt();
        lastAt = part.lastAt();
        hash = part.hash();
    }
}
