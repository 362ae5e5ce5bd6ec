package dev.parley.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.List;

/**
 * All that is kept of a message for judging its conversation, so that the message itself need not be read again.
 *
 * @param id the message
 * @param role who wrote it
 * @param at when
 * @param language as a BCP 47 tag, or null
 * @param uses what it is used for
 * @param presence kinds of social presence it shows
 * @param signs signals that its sentences show
 * @param mentions what it mentions
 * @param questions sentences that ask something
 * @param opening its first sentence that says more than a greeting, else its first one, or null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Note(
        String id,
        Role role,
        Instant at,
        String language,
        List<Use> uses,
        List<String> presence,
        List<Sign> signs,
        List<Mention> mentions,
        List<String> questions,
        String opening) {

    public Note {
        uses = uses == null ? List.of() : List.copyOf(uses);
        presence = presence == null ? List.of() : List.copyOf(presence);
        signs = signs == null ? List.of() : List.copyOf(signs);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    boolean isVisitors() {
        return role == Role.VISITOR;
    }

    /** Whether the company wrote it, by a person or a bot. */
    boolean isOurs() {
        return role == Role.AGENT || role == Role.BOT;
    }

    boolean shows(String signal) {
        return signs.stream().anyMatch(sign -> sign.signal().equals(signal));
    }
}
