package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;

/** By what the visitor of a conversation may be found when the CRM gains a record. */
@Entity
@Table(name = "match_key")
class MatchKeyRow {

    @Embeddable
    record Key(@Column(name = "conversation_id") long conversation, @Column(name = "link_key") String linkKey)
            implements Serializable {}

    @EmbeddedId
    Key key;

    MatchKeyRow() {}

    MatchKeyRow(Key key) {
        this.key = key;
    }
}
