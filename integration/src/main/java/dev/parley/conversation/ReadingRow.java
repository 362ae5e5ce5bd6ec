package dev.parley.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What was read out of a message. */
@Entity
@Table(name = "message_reading")
class ReadingRow {

    @EmbeddedId
    MessageRow.Key key;

    /** As the message had it when it was read. */
    @Column(name = "changed_version")
    long changedVersion;

    /** Who read it: another one reads it anew. */
    String reader;

    String content;

    ReadingRow() {}

    ReadingRow(MessageRow.Key key, long changedVersion, String reader, String content) {
        this.key = key;
        this.changedVersion = changedVersion;
        this.reader = reader;
        this.content = content;
    }
}
