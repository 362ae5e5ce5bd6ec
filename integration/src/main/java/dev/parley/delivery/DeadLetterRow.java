package dev.parley.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A dead letter's row; one for each record of a conversation. */
@Entity
@Table(name = "dead_letter")
class DeadLetterRow {

    @Id
    String id = UUID.randomUUID().toString();

    @Column(name = "conversation_id")
    long conversationId;

    String sobject;

    @Column(name = "record_key")
    String recordKey;

    String place;
    String code;
    String message;

    /** Hash of the record as it was refused: only another content is worth another try. */
    String content;

    boolean discarded;
    Instant at;

    DeadLetterRow() {}

    DeadLetterRow(long conversationId, RecordKey record, Refusal refusal, Instant at) {
        this.conversationId = conversationId;
        this.sobject = record.sobject();
        this.recordKey = record.key();
        this.place = refusal.place();
        this.code = refusal.code();
        this.message = refusal.message();
        this.content = refusal.content();
        this.at = at;
    }

    RecordKey record() {
        return new RecordKey(sobject, recordKey);
    }
}
