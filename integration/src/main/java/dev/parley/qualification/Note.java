package dev.parley.qualification;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.conversation.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is kept of a message for judging its conversation, so that the message itself need not be read again.
 *
 * @param id the message
 * @param role who wrote it
 * @param at when
 * @param language as a BCP 47 tag, or null
 * @param uses what it is used for
 * @param presence kinds of social presence it shows
 * @param shown the signs of it, each once
 * @param signs signals that its sentences show
 * @param mentions what it mentions
 * @param questions sentences that ask something
 * @param opening its first sentence that says more than a greeting, else its first one, or null
 * @param opinion the function that a second opinion says, {@code none} if it says none, or null while there is none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Note(
        String id,
        Role role,
        Instant at,
        String language,
        List<Use> uses,
        List<String> presence,
        List<Shown> shown,
        List<Sign> signs,
        List<Mention> mentions,
        List<String> questions,
        String opening,
        String opinion) {

    /** What is sure enough to ask nobody else. */
    private static final double DECIDED = 0.6;

    public Note {
        uses = uses == null ? List.of() : List.copyOf(uses);
        presence = presence == null ? List.of() : List.copyOf(presence);
        shown = shown == null ? List.of() : List.copyOf(shown);
        signs = signs == null ? List.of() : List.copyOf(signs);
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** Whether it says something, and nobody can tell surely what for. */
    boolean isUndecided() {
        return opinion == null
                && (role == Role.VISITOR || role == Role.PEER)
                && opening != null
                && Sentence.of(opening).saysMuch()
                && uses.stream().allMatch(use -> use.confidence() < DECIDED);
    }

    /**
     * With a second opinion. It says what the message is for first of all; what was thought before stays behind it.
     *
     * @param function one that the files know; empty for none: the first opinion stands then
     * @param by whose opinion it is
     */
    Note with(Optional<String> function, String by) {
        List<Use> all = new ArrayList<>(uses);
        function.filter(name -> all.stream().noneMatch(use -> use.function().equals(name)))
                .ifPresent(name -> all.add(0, new Use(name, DECIDED, opening, null, by)));
        return new Note(
                id,
                role,
                at,
                language,
                all,
                presence,
                shown,
                signs,
                mentions,
                questions,
                opening,
                function.orElse("none"));
    }

    /** With the second opinion that another note of the same message has, if any: nobody is asked twice. */
    Note withOpinionOf(Note before) {
        return before.opinion == null
                ? this
                : before.uses.stream()
                        .filter(use -> use.by() != null)
                        .findFirst()
                        .map(use -> with(Optional.of(use.function()), use.by()))
                        .orElseGet(() -> with(Optional.empty(), null));
    }

    boolean isVisitors() {
        return role == Role.VISITOR;
    }

    /** Whether the company wrote it, by a person or a bot. */
    boolean isOurs() {
        return role == Role.AGENT || role == Role.BOT;
    }

    /** Whether it only says that the answer is still to come. */
    public boolean putsOff() {
        return shows(Briefs.HOLD);
    }

    /** Whether a visitor or a peer wrote it and wants no answer: it asks no question and is no more than courtesy. */
    boolean asksNothing() {
        boolean courteous = uses.isEmpty()
                ? opening == null || !Sentence.of(opening).saysMuch()
                : uses.stream().allMatch(use -> use.function().equals(Assessor.COURTESY));
        return (role == Role.VISITOR || role == Role.PEER) && questions.isEmpty() && courteous;
    }

    boolean shows(String signal) {
        return signs.stream().anyMatch(sign -> sign.signal().equals(signal));
    }
}
