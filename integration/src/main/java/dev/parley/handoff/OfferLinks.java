package dev.parley.handoff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Envelope;

/** The addresses of offers' pages. */
public final class OfferLinks {
    private final OfferTokens tokens;
    private final String base;

    /**
     * With the key of these tokens.
     *
     * @param base where people reach Parley, without a slash at its end
     */
    public OfferLinks(OfferTokens tokens, String base) {
        this.tokens = tokens;
        this.base = base;
    }

    /** The address of an offer's page. */
    String of(ConversationKey conversation, int rank, String seller) {
        return base + "/v1/handoffs/" + tokens.of(conversation, rank, seller);
    }

    /**
     * What is said of an event to its chat service: an offer bears the address where it is answered, and nothing of who
     * else could have been asked.
     */
    public Envelope dressed(Envelope event) {
        if (!event.type().equals("handoff.offered")) {
            return event;
        }
        ObjectNode data = event.data().deepCopy();
        data.remove("among");
        String seller = data.path("to").path("email").asText();
        ConversationKey conversation = new ConversationKey(event.source(), event.subject());
        return event.withData(data.put("url", of(conversation, data.path("rank").asInt(), seller)));
    }
}
