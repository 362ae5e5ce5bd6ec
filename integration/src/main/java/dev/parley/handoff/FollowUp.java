package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Facts;
import java.time.Instant;

/**
 * Somebody who is to write to a visitor, as the conversation's events tell it.
 *
 * @param key the same for the same follow-up, and for no other of the conversation
 * @param seller who it is
 * @param pool that they were chosen from, or the owner's kind
 * @param reason {@code unanswered} or {@code dropped}
 * @param heard when the last word was said, or the call-back asked for
 * @param at since when they are to
 */
public record FollowUp(String key, Offer.Seller seller, String pool, String reason, Instant heard, Instant at) {

    /** The last one of a conversation, or null. */
    public static FollowUp of(Conversation conversation) {
        JsonNode said = conversation.fact(Facts.FOLLOW_UP);
        if (said.isMissingNode()) {
            return null;
        }
        return new FollowUp(
                said.path("key").asText(),
                Offer.seller(said.path("to")),
                said.path("pool").asText(),
                said.path("reason").asText(),
                Instant.parse(said.path("heard").asText()),
                conversation.saidAt(Facts.FOLLOW_UP));
    }
}
