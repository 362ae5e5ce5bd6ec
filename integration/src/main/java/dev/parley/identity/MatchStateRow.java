package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How a conversation's match stands. */
@Entity
@Table(name = "match_state")
class MatchStateRow {

    @Id
    @Column(name = "conversation_id")
    long conversation;

    String decision;

    MatchStateRow() {}

    MatchStateRow(long conversation, String decision) {
        this.conversation = conversation;
        this.decision = decision;
    }
}
