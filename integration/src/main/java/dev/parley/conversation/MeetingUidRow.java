package dev.parley.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** The conversation in which a meeting is counted; two transactions that disagree about it meet at the key. */
@Entity
@Table(name = "meeting_uid")
class MeetingUidRow {

    /** A UID is unique among those of one source. */
    @Embeddable
    record Key(String source, String uid) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "conversation_id")
    long conversationId;

    /** When somebody who asked for it is to be answered; null for nobody. */
    @Column(name = "asked_at")
    Instant askedAt;

    /** Why they were not answered yet, or will not be; null where there is nothing to say. */
    String trouble;

    MeetingUidRow() {}

    MeetingUidRow(Key key, long conversationId) {
        this.key = key;
        this.conversationId = conversationId;
    }
}
