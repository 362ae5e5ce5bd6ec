package dev.parley.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A message's row; the columns beside its content are what is counted, sorted and searched by. */
@Entity
@Table(name = "chat_message")
class MessageRow {

    /** A message id is unique within its conversation. */
    @Embeddable
    record Key(@Column(name = "conversation_id") long conversationId, @Column(name = "message_id") String messageId)
            implements Serializable {}

    @EmbeddedId
    Key key;

    byte[] position;
    Instant at;
    boolean counted;
    String role;

    /** The conversation's version at which this message last changed. */
    @Column(name = "changed_version")
    long changedVersion;

    String content;

    MessageRow() {}

    MessageRow(Key key) {
        this.key = key;
        state(MessageState.unknown(key.messageId()), new byte[0], Instant.EPOCH);
    }

    /** Takes a change in; {@code at} is where the event that made it stands. */
    void change(MessageChange change, Position at, long version) {
        MessageState state = change.change().apply(state());
        Position stands = state.posted() == null ? at : state.posted();
        state(state, stands.encoded(), stands.time());
        changedVersion = version;
    }

    MessageState state() {
        try {
            return Json.MAPPER.readValue(content, MessageState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored message " + key + " cannot be read", e);
        }
    }

    private void state(MessageState state, byte[] stands, Instant time) {
        content = Json.text(state);
        position = stands;
        // Databases round what they cannot keep, and a message would then seem to come after what it came before.
        at = time.truncatedTo(ChronoUnit.MICROS);
        counted = state.counts();
        role = state.post() == null ? null : state.post().author().role().word();
    }
}
