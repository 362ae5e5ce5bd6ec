package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** What a person decided of one conversation. */
@Entity
@Table(name = "manual_link")
class ManualLinkRow {

    @Id
    @Column(name = "conversation_id")
    long conversation;

    String links;
    Instant at;

    /** Whether it came of taking something back, so that it is nothing to take back itself. */
    boolean restored;

    ManualLinkRow() {}

    ManualLinkRow(long conversation, Map<String, String> links, Instant at, boolean restored) {
        this.restored = restored;
        this.conversation = conversation;
        this.links = LinkText.of(links);
        this.at = at;
    }

    Manual manual() {
        return new Manual(LinkText.read(links), at);
    }
}
