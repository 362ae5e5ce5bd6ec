package dev.parley.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A CRM record that a conversation was once matched to. */
@Entity
@Table(name = "concerned_record")
class ConcernedRow {

    @Embeddable
    record Key(@Column(name = "record_id") String recordId, @Column(name = "conversation_id") long conversationId)
            implements Serializable {}

    @EmbeddedId
    Key key;

    ConcernedRow() {}

    ConcernedRow(Key key) {
        this.key = key;
    }
}
