package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A seller who was asked to take a conversation, and what they said.
 *
 * @param id names the offer everywhere
 * @param rank which of its conversation's offers it is, from 1
 * @param seller who was asked
 * @param pool that they were chosen from, or the owner's kind
 * @param reason the rule by which they were asked
 * @param at when they were asked
 * @param until when it runs out
 * @param among the shares of all who could have been chosen, by e-mail address
 * @param state what became of it
 * @param answeredAt when that was, or null while it is open
 * @param escalated whether nobody was left to be asked then
 */
public record Offer(
        String id,
        int rank,
        Seller seller,
        String pool,
        String reason,
        Instant at,
        Instant until,
        Map<String, Double> among,
        State state,
        Instant answeredAt,
        boolean escalated) {

    /** What became of an offer. */
    public enum State {
        /** Nobody has answered yet. */
        OFFERED,
        /** The seller takes the conversation. */
        ACCEPTED,
        /** The seller does not take it. */
        DECLINED,
        /** The time ran out. */
        EXPIRED
    }

    /**
     * Somebody who can take a conversation.
     *
     * @param id Salesforce id of their user, or null if they have none
     * @param name for people
     * @param email in lower case
     */
    public record Seller(String id, String name, String email) {}

    static Offer of(JsonNode said, JsonNode answer) {
        Map<String, Double> among = new TreeMap<>();
        said.path("among")
                .properties()
                .forEach(share -> among.put(share.getKey(), share.getValue().asDouble()));
        return new Offer(
                said.path("offer").asText(),
                said.path("rank").asInt(),
                seller(said.path("to")),
                said.path("pool").asText(),
                said.path("reason").asText(),
                Instant.parse(said.path("at").asText()),
                Instant.parse(said.path("until").asText()),
                among,
                state(answer.path("answer").asText("offered")),
                answer.has("at") ? Instant.parse(answer.path("at").asText()) : null,
                answer.path("escalated").asBoolean());
    }

    static Seller seller(JsonNode to) {
        return new Seller(
                to.path("id").asText(null),
                to.path("name").asText(),
                to.path("email").asText());
    }

    private static State state(String word) {
        return switch (word) {
            case "accepted" -> State.ACCEPTED;
            case "declined" -> State.DECLINED;
            case "expired" -> State.EXPIRED;
            default -> State.OFFERED;
        };
    }

    /** Whether it can still be answered. */
    public boolean isOpen(Instant now) {
        return state == State.OFFERED && now.isBefore(until);
    }

    /**
     * By when every answer that was given in time is known.
     *
     * @param reading how long what a user of the CRM answers there can stay unread
     */
    Instant known(Duration reading) {
        return seller.id() == null ? until : until.plus(reading);
    }
}
