package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A link that a conversation had for some time. */
@Entity
@Table(name = "link_history")
class LinkHistoryRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "conversation_id")
    long conversation;

    Instant at;
    String decision;

    /** All four ids. */
    String links;

    /** What of them a person decided. */
    String manual;

    boolean undone;

    LinkHistoryRow() {}

    boolean byPerson() {
        return !LinkText.read(manual).isEmpty();
    }
}
