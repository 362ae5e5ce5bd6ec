package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Snapshot;
import java.time.Instant;

/**
 * A conversation for which somebody may be asked, and what is known of it.
 *
 * @param conversation as it stands
 * @param dossier as mapping files see it
 * @param leadOwner Salesforce id of the owner of the visitor's lead, or null
 */
public record Case(Snapshot conversation, ObjectNode dossier, String leadOwner) {

    /** Gives the case of a conversation, or throws while the CRM is not known well enough. */
    @FunctionalInterface
    public interface Cases {
        /** The case; what is known of the CRM may be some minutes old. */
        Case of(Snapshot conversation);
    }

    /** A fact of a part of the dossier, or null. */
    String fact(String part, String name) {
        return dossier.path(part).path(name).asText(null);
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

    JsonNode qualification() {
        return dossier.path("qualification");
    }
}
