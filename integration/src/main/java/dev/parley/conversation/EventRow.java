package dev.parley.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/** An event as it was taken, masked; its key makes the receiver idempotent. */
@Entity
@Table(name = "chat_event")
class EventRow {

    /** What makes an event the same one: CloudEvents 1.0 section 3.1, {@code source} and {@code id}. */
    @Embeddable
    record Key(String source, @Column(name = "event_id") String eventId) implements Serializable {

        static Key of(Envelope envelope) {
            return new Key(envelope.source(), envelope.id());
        }
    }

    @EmbeddedId
    Key key;

    @Column(name = "conversation_id")
    long conversationId;

    String type;
    byte[] position;

    @Column(name = "received_at")
    Instant receivedAt;

    String data;

    EventRow() {}

    EventRow(long conversationId, Envelope envelope, Instant now) {
        this.key = Key.of(envelope);
        this.conversationId = conversationId;
        this.type = envelope.type();
        this.position = envelope.position().encoded();
        this.receivedAt = now;
        this.data = Json.text(envelope.data());
    }
}
