package dev.parley.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.DynamicUpdate;

/** A conversation's row: its folded state, and what delivery needs to know of it. */
@Entity
@DynamicUpdate
@Table(name = "conversation")
class ConversationRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String source;
    String subject;

    /** How many events have been folded in. */
    long version;

    String state;

    /** True once an event arrived while it was fresh; until then the conversation is history. */
    boolean live;

    @Column(name = "received_at")
    Instant receivedAt;

    @Column(name = "due_at")
    Instant dueAt;

    /** Whether nobody waits for it: it is history, or due only because the mapping files changed. */
    boolean background;

    @Column(name = "lease_owner")
    String leaseOwner;

    @Column(name = "lease_until")
    Instant leaseUntil;

    /** The version that the CRM holds; 0 before the first delivery. */
    @Column(name = "applied_version")
    long appliedVersion;

    @Column(name = "applied_at")
    Instant appliedAt;

    /** Whether the next delivery shall look at the whole transcript, whatever of it has changed. */
    boolean whole;

    /** Whether it is worth following while it grows. */
    boolean matters;

    /** Hash of the visitor's e-mail address, or null while it is unknown. */
    @Column(name = "visitor_hash")
    String visitorHash;

    /** Time of its last event. */
    @Column(name = "last_at")
    Instant lastAt;

    /** True while nothing was counted in but meetings whose events named no conversation. */
    @Column(name = "meeting_only")
    boolean meetingOnly;

    /** When it is to be looked whether a seller must be asked, or null. */
    @Column(name = "handoff_at")
    Instant handoffAt;

    /** When something last became of an offer; null while there was none. */
    @Column(name = "offered_at")
    Instant offeredAt;

    /** Of what the chat service was last told of who the visitor is, see {@link Contexts#hash}; null for nothing. */
    @Column(name = "context_hash")
    String contextHash;

    int attempts;

    /** Why the last delivery did not go through, or null. */
    String trouble;

    ConversationRow() {}

    static ConversationRow begun(String source, String subject, Instant now) {
        ConversationRow row = new ConversationRow();
        row.source = source;
        row.subject = subject;
        row.receivedAt = now;
        row.meetingOnly = true;
        row.fold(Conversation.EMPTY);
        return row;
    }

    /** Nothing of it stands in the CRM, or is on its way there. */
    boolean isUnknownToCrm() {
        return appliedVersion == 0 && leaseOwner == null && attempts == 0;
    }

    Conversation fold() {
        try {
            return OlderFolds.renewed(Json.MAPPER.readValue(state, Conversation.class), source);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored state of conversation " + id + " cannot be read", e);
        }
    }

    final void fold(Conversation conversation) {
        state = Json.text(conversation);
    }
}
