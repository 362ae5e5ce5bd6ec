package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.handoff.Answering;
import dev.parley.handoff.Offer;
import java.util.Optional;

/** What sellers decide of their offers in the CRM: the command counts for the user who gave it, and for nobody else. */
final class OfferCommands {

    static final String ACCEPT = "Accept";
    static final String DECLINE = "Decline";

    private final Answering answering;

    OfferCommands(Answering answering) {
        this.answering = answering;
    }

    /**
     * What came of a command.
     *
     * @param done whether it is so as the command wants it
     * @param said the sentence for the seller
     */
    record Outcome(boolean done, String said) {}

    static boolean isOne(ObjectNode command) {
        String action = command.path("Action__c").asText();
        return action.equals(ACCEPT) || action.equals(DECLINE);
    }

    /** Carries it out; doing so again, after a restart, says the same. */
    Outcome carryOut(ConversationKey conversation, ObjectNode command) {
        boolean accept = command.path("Action__c").asText().equals(ACCEPT);
        Optional<Offer> offer = answering.answerAs(
                conversation,
                command.path("CreatedById").asText(),
                accept,
                Times.of(command.path("CreatedDate").asText()));
        return offer.map(now -> outcome(now.state(), accept))
                .orElseGet(() -> new Outcome(
                        false, "You were not asked to take this conversation: only who is asked can answer."));
    }

    private static Outcome outcome(Offer.State state, boolean accept) {
        return switch (state) {
            case ACCEPTED -> new Outcome(
                    accept,
                    accept
                            ? "You have taken this conversation: it is yours from now on."
                            : "You had taken this conversation before: pass it on to a colleague yourself.");
            case DECLINED -> new Outcome(
                    !accept,
                    accept
                            ? "You had passed this conversation on before: somebody else was asked."
                            : "You have passed this conversation on: somebody else is asked.");
            case EXPIRED, OFFERED -> new Outcome(
                    false, "The time for this offer had run out before you answered: somebody else was asked.");
        };
    }
}
