package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Facts;
import dev.parley.conversation.Snapshot;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A conversation for which somebody may be asked, and what is known of it.
 *
 * @param conversation as it stands
 * @param dossier as mapping files see it
 * @param leadOwner Salesforce id of the owner of the visitor's lead, or null
 * @param courtesies ids of the messages that ask for nothing, such as a thank-you
 */
public record Case(Snapshot conversation, ObjectNode dossier, String leadOwner, Set<String> courtesies) {

    static final String DROPPED = "dropped";

    public Case {
        courtesies = Set.copyOf(courtesies);
    }

    /** Gives the case of a conversation, or throws while the CRM is not known well enough. */
    @FunctionalInterface
    public interface Cases {
        /** The case; what is known of the CRM may be some minutes old. */
        Case of(Snapshot conversation);

        /** Makes ready what {@link #of} needs of several of them, with less effort than for each by itself. */
        default void expect(Collection<Snapshot> conversations) {}
    }

    /** A fact of a part of the dossier, or null. */
    String fact(String part, String name) {
        JsonNode fact = dossier.path(part).path(name);
        return fact.isNumber() ? fact.decimalValue().stripTrailingZeros().toPlainString() : fact.asText(null);
    }

    /** What the visitor speaks (ISO 639-1), or null. */
    String language() {
        String tag = fact("conversation", "language");
        return tag == null ? null : tag.replaceFirst("[-_].*", "");
    }

    /** When the last word was said that counts, or null. */
    Instant lastWord() {
        return conversation.tally().lastAt();
    }

    /** When the chat was closed, or null while it is open. */
    Instant closed() {
        return conversation.status().equals("Closed")
                ? conversation.conversation().saidAt(Facts.CLOSED)
                : null;
    }

    /** Why it was closed; empty while it is open, or if nobody said. */
    String closing() {
        return closed() == null ? "" : closing(conversation.conversation());
    }

    /** Why a conversation was closed when it last was, whether it is open again or not; empty if nobody said. */
    static String closing(Conversation conversation) {
        return conversation.fact(Facts.CLOSED).path("reason").asText();
    }

    /** Whether it was closed as settled. */
    boolean isResolved() {
        return closing().equals("resolved");
    }

    /** Whether the visitor's connection was lost. */
    boolean isCutOff() {
        return closing().equals(DROPPED);
    }

    /** Whether somebody could write to the visitor, or call them. */
    boolean isReachable() {
        return Stream.of("email", "phone").anyMatch(way -> fact("visitor", way) != null);
    }

    /** Whether something that was asked is still unanswered. */
    boolean asksOn() {
        return !qualification().path("openQuestions").isEmpty();
    }

    JsonNode qualification() {
        return dossier.path("qualification");
    }
}
