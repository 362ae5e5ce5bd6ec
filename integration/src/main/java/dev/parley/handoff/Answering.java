package dev.parley.handoff;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueOffers;
import dev.parley.conversation.Inbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Takes sellers' answers to offers: each offer is answered once, in time, and by who was asked. */
public final class Answering {
    private final Inbox inbox;
    private final DueOffers store;
    private final Clock clock;

    /**
     * Over the store.
     *
     * @param inbox where answers go
     * @param store the conversations
     */
    public Answering(Inbox inbox, DueOffers store, Clock clock) {
        this.inbox = inbox;
        this.store = store;
        this.clock = clock;
    }

    /** What came of an answer. */
    public enum Answer {
        /** It counts. */
        TAKEN,
        /** It had been answered before. */
        ANSWERED,
        /** The time had run out. */
        EXPIRED,
        /** There is no such offer for them. */
        UNKNOWN
    }

    /**
     * A seller's answer to an offer.
     *
     * @param rank of the conversation's offers, from 1
     * @param seller the e-mail address of who answers
     */
    public Answer answer(ConversationKey conversation, int rank, String seller, boolean accept) {
        return offer(conversation, rank, seller)
                .map(offer -> answer(conversation, offer, accept, clock.instant()))
                .orElse(Answer.UNKNOWN);
    }

    private Answer answer(ConversationKey conversation, Offer offer, boolean accept, Instant at) {
        if (!offer.isOpen(at)) {
            return over(offer);
        }
        OfferEvents events = new OfferEvents(conversation);
        boolean first = inbox.receive(List.of(accept ? events.accepted(offer, at) : events.declined(offer, at)))
                        .accepted()
                > 0;
        // Somebody may have been faster: the store takes one answer.
        return first ? Answer.TAKEN : over(standing(conversation, offer));
    }

    /**
     * The answer of a user of the CRM to the offer that was made to them.
     *
     * @param userId Salesforce id
     * @param at when they gave it, by the CRM's clock; it is read later, which is not their fault
     * @return the offer as it stands then; empty if they were not asked
     */
    public Optional<Offer> answerAs(ConversationKey conversation, String userId, boolean accept, Instant at) {
        Optional<Offer> asked = offers(conversation).flatMap(offers -> offers.toUser(userId));
        asked.ifPresent(offer -> answer(conversation, offer, accept, between(offer.at(), at, clock.instant())));
        return asked.map(offer -> standing(conversation, offer));
    }

    /** The clock of the CRM is another one. */
    private static Instant between(Instant first, Instant at, Instant last) {
        Instant atLeast = at.isBefore(first) ? first : at;
        return atLeast.isAfter(last) ? last : atLeast;
    }

    private Offer standing(ConversationKey conversation, Offer offer) {
        return offer(conversation, offer.rank(), offer.seller().email()).orElse(offer);
    }

    private static Answer over(Offer offer) {
        return switch (offer.state()) {
            case ACCEPTED, DECLINED -> Answer.ANSWERED;
            case OFFERED, EXPIRED -> Answer.EXPIRED;
        };
    }

    /** An offer as it stands; empty if they were not asked. */
    Optional<Offer> offer(ConversationKey conversation, int rank, String seller) {
        return offers(conversation)
                .flatMap(offers -> offers.of(rank))
                .filter(offer -> offer.seller().email().equals(seller));
    }

    private Optional<Offers> offers(ConversationKey conversation) {
        return store.look(conversation).map(known -> Offers.of(known.conversation()));
    }
}
