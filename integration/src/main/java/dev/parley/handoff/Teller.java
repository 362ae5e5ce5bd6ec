package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.mapping.Routing;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Tells people how a conversation's offers stand: who is asked, and that nobody took it. Each mail goes out once. */
final class Teller {
    private final OfferMail mail;
    private final Briefs briefs;
    private final Rota rota;

    Teller(OfferMail mail, Briefs briefs, Rota rota) {
        this.mail = mail;
        this.briefs = briefs;
        this.rota = rota;
    }

    /** Whose conversation it is about, until the next one. */
    void isAbout(ConversationKey conversation) {
        mail.isAbout(conversation);
    }

    /** Lets go out what was told since the last time. @return the conversations of which nothing could be told */
    Set<ConversationKey> send() {
        return mail.send();
    }

    /** What did not go out is not told: it is to be told anew. */
    void forget() {
        mail.forget();
    }

    /** Tells who is asked. */
    void ask(ConversationKey conversation, Offer offer) {
        // Whenever something is said while the seller thinks it over, it is come by here.
        if (!mail.hasAsked(offer)) {
            mail.ask(
                    conversation,
                    offer,
                    briefs.of(conversation, offer),
                    rota.languages(offer.seller()),
                    rota.zone(offer));
        }
    }

    /**
     * Tells who is to write to a visitor.
     *
     * @param known of the conversation, asked for once
     */
    void followUp(ConversationKey conversation, FollowUp due, Function<Boolean, JsonNode> known) {
        String name = "follow-up:" + new OfferEvents(conversation).id(0) + ":" + due.key();
        if (!mail.knows(name)) {
            boolean least =
                    rota.routing().pool(due.pool()).filter(Routing.Pool::least).isPresent();
            mail.followUp(name, due, known.apply(least), rota.languages(due.seller()));
        }
    }

    /** Tells whom things are escalated to that a promise was broken, once. */
    void breach(ConversationKey conversation, Breach breach, Supplier<JsonNode> brief) {
        String recipient = rota.routing().escalation().mail();
        String name = "service:" + new OfferEvents(conversation).id(0) + ":" + breach.kind() + ":" + breach.since();
        if (recipient != null && !breach.isKept() && !mail.knows(name)) {
            mail.breach(
                    name,
                    recipient,
                    breach,
                    brief.get(),
                    rota.languages(recipient),
                    rota.formerHours(breach.hours()).zone());
        }
    }

    /**
     * Tells that nobody took it, if that is so and somebody wants to know.
     *
     * @param brief of a conversation for which nobody could be asked at all
     */
    void end(ConversationKey conversation, Offers made, Supplier<JsonNode> brief) {
        String recipient = rota.routing().escalation().mail();
        if (made.escalatedAt() != null && recipient != null) {
            Offer last = made.last().orElse(null);
            mail.escalate(
                    new OfferEvents(conversation).id(0) + ":" + made.escalatedAt(),
                    recipient,
                    last == null ? null : last.reason(),
                    last == null ? brief.get() : briefs.of(conversation, last),
                    rota.languages(recipient));
        }
    }
}
