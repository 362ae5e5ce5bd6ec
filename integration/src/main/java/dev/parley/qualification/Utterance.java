package dev.parley.qualification;

import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.List;

/**
 * A message, and what is known of it when notes are taken.
 *
 * @param id unique within its conversation
 * @param role who wrote it
 * @param at when
 * @param text what it says, as long and as strange as it may be
 * @param language as a BCP 47 tag, or null while nobody knows
 * @param uses what the visitor uses it for, the primary one first
 * @param presence which kinds of social presence it shows
 * @param shown the signs of it
 */
public record Utterance(
        String id,
        Role role,
        Instant at,
        String text,
        String language,
        List<Use> uses,
        List<String> presence,
        List<Shown> shown) {

    public Utterance {
        uses = List.copyOf(uses);
        presence = List.copyOf(presence);
        shown = List.copyOf(shown);
    }

    /** Where nobody looked for single signs. */
    public Utterance(
            String id, Role role, Instant at, String text, String language, List<Use> uses, List<String> presence) {
        this(id, role, at, text, language, uses, presence, List.of());
    }
}
