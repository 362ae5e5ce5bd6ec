package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.DueOffers;

/** The briefs of offers, as they were written down with them. */
final class Briefs {
    private final DueOffers store;

    Briefs(DueOffers store) {
        this.store = store;
    }

    /** Lists of lines by name; empty where nothing is kept of it. */
    JsonNode of(ConversationKey conversation, Offer offer) {
        return store.data(conversation.source(), offer.id())
                .map(data -> data.path("brief"))
                .filter(JsonNode::isObject)
                .orElse(JsonNodeFactory.instance.objectNode());
    }
}
