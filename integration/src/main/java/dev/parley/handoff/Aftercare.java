package dev.parley.handoff;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.DueOffers.LastWords;
import dev.parley.conversation.Facts;
import dev.parley.handoff.Writers.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is done about a conversation that was left: its visitor can be reached, and nobody has answered them, or they were
 * cut off. Somebody is to write to them, first thing on their next working day, unless the visitor comes back.
 */
final class Aftercare {
    private static final String UNANSWERED = "unanswered";

    /** The purpose of a consent (chat.consent.changed) that says whether somebody may be written to. */
    private static final String CONTACT = "contact";

    private static final Set<String> STANDING = Set.of("Booked", "Rescheduled");

    /** Longer than any absence that is waited for. */
    static final Duration LONG_AGO = Duration.ofDays(31);

    private final Rota rota;
    private final Case current;
    private final Conversation conversation;
    private final Instant answered;
    private final Instant now;

    /** When the chat was closed, or null while it is open. */
    private final Instant closed;

    private final Instant heard;

    Aftercare(Rota rota, Case current, LastWords last, Instant now) {
        this.rota = rota;
        this.current = current;
        this.conversation = current.conversation().conversation();
        this.answered = last.agent();
        this.now = now;
        this.closed = current.closed();
        this.heard = heard(current, last);
    }

    /** When the visitor last said something or asked to be called, or null if never. */
    static Instant heard(Case current, LastWords last) {
        return later(last.visitor(), current.conversation().conversation().saidAt(Facts.CALLBACK));
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** @param cameBack says whether the visitor was heard somewhere else after a time */
    Move next(Predicate<Instant> cameBack) {
        String reason = reason();
        boolean rests = reason == null || !current.isReachable() || isDone() || isUnwelcome() || isMet();
        List<String> to = rests ? List.of() : wanted();
        Optional<Writer> found = to.isEmpty() ? Optional.empty() : new Writers(rota, current).choose(to, since());
        if (found.isEmpty()) {
            return new Move.Rest();
        }
        Instant due = later(left(), found.get().candidate().nextMorning(since()));
        if (now.isBefore(due)) {
            return new Move.Look(due);
        }
        return cameBack.test(since()) ? new Move.Rest() : new Move.Write(followUp(found.get(), reason));
    }

    /** Nobody answered, they were cut off, or null: there is nothing to make up for. */
    private String reason() {
        if (current.isCutOff()) {
            return Case.DROPPED;
        }
        boolean waits = heard != null && (answered == null || (!answered.isAfter(heard) && asksOn()));
        return waits && !current.isResolved() ? UNANSWERED : null;
    }

    /** Whether what was last said, after an agent's answer, asks for one more: a thank-you does not. */
    private boolean asksOn() {
        return heard.equals(conversation.saidAt(Facts.CALLBACK)) || current.asksOn();
    }

    /** They want to be forgotten or not to be written to, or it is too long ago to come back to. */
    private boolean isUnwelcome() {
        return conversation.saidAt(Facts.ERASURE) != null
                || conversation.fact(Facts.CONSENT + CONTACT).asText().equals("false")
                || since().isBefore(now.minus(LONG_AGO));
    }

    /** A meeting with them is agreed. */
    private boolean isMet() {
        return current.dossier()
                .path("meetings")
                .valueStream()
                .anyMatch(meeting -> STANDING.contains(meeting.path("status").asText())
                        && meeting.path("end").asText("").compareTo(now.toString()) > 0);
    }

    private boolean isDone() {
        FollowUp before = FollowUp.of(conversation);
        return before != null && !since().isAfter(before.heard());
    }

    private List<String> wanted() {
        return rota.followUp(current);
    }

    /** Who was cut off before they said anything has left when the chat ended. */
    private Instant since() {
        return heard == null ? closed : heard;
    }

    private Instant left() {
        Instant last = later(heard, current.lastWord());
        return closed == null ? last.plus(rota.routing().leftAfter()) : closed;
    }

    private ChatEvent followUp(Writer writer, String reason) {
        return new OfferEvents(current.conversation().key())
                .followUp(writer.candidate().seller(), writer.step(), reason, since(), now);
    }
}
