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
        Optional<Offer> asked = offer(conversation, rank, seller);
        if (asked.isEmpty()) {
            return Answer.UNKNOWN;
        }
        Offer offer = asked.get();
        Instant now = clock.instant();
        if (!offer.isOpen(now)) {
            return over(offer);
        }
        OfferEvents events = new OfferEvents(conversation);
        boolean first = inbox.receive(List.of(accept ? events.accepted(offer, now) : events.declined(offer, now)))
                        .accepted()
                > 0;
        // Somebody may have been faster: the store takes one answer.
        return first ? Answer.TAKEN : over(offer(conversation, rank, seller).orElse(offer));
    }

    /**
     * The answer of a user of the CRM to the offer that was made to them.
     *
     * @param userId Salesforce id
     * @return the offer as it stands then; empty if they were not asked
     */
    public Optional<Offer> answerAs(ConversationKey conversation, String userId, boolean accept) {
        Optional<Offer> asked = offers(conversation).flatMap(offers -> offers.toUser(userId));
        asked.ifPresent(
                offer -> answer(conversation, offer.rank(), offer.seller().email(), accept));
        return asked.flatMap(
                offer -> offer(conversation, offer.rank(), offer.seller().email()));
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
