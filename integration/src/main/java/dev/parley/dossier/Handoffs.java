package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.handoff.Offer;
import dev.parley.handoff.Offers;
import java.util.Optional;

/** The offers to sellers as mapping files see them. */
final class Handoffs {

    private Handoffs() {}

    /** Empty while there was none. */
    static Optional<ObjectNode> of(Conversation conversation) {
        Offers offers = Offers.of(conversation);
        if (offers.status() == null) {
            return Optional.empty();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("status", offers.status()).put("rank", offers.made().size());
        offers.last().ifPresent(offer -> describe(node, offer));
        Dossiers.put(node, "ownerId", owner(offers));
        return Optional.of(node);
    }

    private static void describe(ObjectNode node, Offer offer) {
        Dossiers.put(node, "rule", offer.reason());
        Dossiers.put(node, "userId", offer.seller().id());
        Dossiers.put(node, "name", offer.seller().name());
        Dossiers.put(node, "email", offer.seller().email());
        Dossiers.put(node, "until", Dossiers.time(offer.until()));
        Dossiers.put(node, "answeredAt", Dossiers.time(offer.answeredAt()));
    }

    private static String owner(Offers offers) {
        if (offers.escalatedAt() != null) {
            return offers.escalatedTo();
        }
        return offers.last()
                .filter(offer -> offer.state() == Offer.State.ACCEPTED)
                .map(offer -> offer.seller().id())
                .orElse(null);
    }
}
