package dev.parley.dossier;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Conversation;
import dev.parley.handoff.FollowUp;
import dev.parley.handoff.Offer;
import dev.parley.handoff.Offers;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The offers to sellers as mapping files see them. */
final class Handoffs {

    private Handoffs() {}

    /** Empty while there was none, and nobody is to write to the visitor. */
    static Optional<ObjectNode> of(Conversation conversation) {
        Offers offers = Offers.of(conversation);
        FollowUp followUp = FollowUp.of(conversation);
        if (offers.status() == null && followUp == null) {
            return Optional.empty();
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("status", isLater(followUp, offers) ? "Followed up" : offers.status())
                .put("rank", offers.made().size());
        offers.last().ifPresent(offer -> describe(node, offer));
        Dossiers.put(node, "ownerId", owner(offers));
        if (followUp != null) {
            node.set("followUp", describe(followUp));
        }
        return Optional.of(node);
    }

    private static boolean isLater(FollowUp followUp, Offers offers) {
        return followUp != null
                && Stream.of(
                                offers.escalatedAt(),
                                offers.last().map(Offer::at).orElse(null),
                                offers.last().map(Offer::answeredAt).orElse(null))
                        .filter(Objects::nonNull)
                        .noneMatch((Instant at) -> at.isAfter(followUp.at()));
    }

    private static ObjectNode describe(FollowUp followUp) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("key", followUp.key()).put("reason", followUp.reason());
        Dossiers.put(node, "userId", followUp.seller().id());
        Dossiers.put(node, "name", followUp.seller().name());
        Dossiers.put(node, "email", followUp.seller().email());
        Dossiers.put(node, "at", Dossiers.time(followUp.at()));
        return node;
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
