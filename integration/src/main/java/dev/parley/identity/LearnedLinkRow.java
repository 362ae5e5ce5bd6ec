package dev.parley.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** To whom an address or a domain belongs, as a person taught. */
@Entity
@Table(name = "learned_link")
class LearnedLinkRow {

    @Id
    @Column(name = "link_key")
    String key;

    @Column(name = "account_id")
    String accountId;

    @Column(name = "contact_id")
    String contactId;

    @Column(name = "lead_id")
    String leadId;

    Instant at;

    @Column(name = "conversation_id")
    long conversation;

    LearnedLinkRow() {}

    LearnedLinkRow(Learned learned, long conversation) {
        this.key = learned.key();
        this.accountId = learned.accountId();
        this.contactId = learned.contactId();
        this.leadId = learned.leadId();
        this.at = learned.at();
        this.conversation = conversation;
    }

    Learned learned() {
        return new Learned(key, accountId, contactId, leadId, at);
    }
}
