package dev.parley.handoff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All offers of one conversation, as its events tell them.
 *
 * @param made in their order
 * @param escalatedAt when nobody was left to be asked, or null
 * @param escalatedTo Salesforce id of who owns the conversation since then, or null
 */
public record Offers(List<Offer> made, Instant escalatedAt, String escalatedTo) {
    private static final String ANSWER = ".answer";

    /** The offers of a conversation; none if there were none. */
    public static Offers of(Conversation conversation) {
        Map<String, JsonNode> facts = conversation.family(Facts.HANDOFF);
        List<Offer> made = new ArrayList<>();
        JsonNode end = MissingNode.getInstance();
        for (Map.Entry<String, JsonNode> fact : facts.entrySet()) {
            if (fact.getKey().endsWith(ANSWER)) {
                end = fact.getValue().path("escalated").asBoolean() ? fact.getValue() : end;
            } else {
                JsonNode answer = facts.get(fact.getKey() + ANSWER);
                made.add(Offer.of(fact.getValue(), answer == null ? MissingNode.getInstance() : answer));
            }
        }
        Instant escalated = end.has("at") ? Instant.parse(end.path("at").asText()) : null;
        return new Offers(List.copyOf(made), escalated, end.path("owner").asText(null));
    }

    /** The last one; empty if there was none. */
    public Optional<Offer> last() {
        return made.isEmpty() ? Optional.empty() : Optional.of(made.get(made.size() - 1));
    }

    /** The first one; empty if there was none. */
    Optional<Offer> first() {
        return made.stream().findFirst();
    }

    /** The offer of that rank. */
    Optional<Offer> of(int rank) {
        return made.stream().filter(offer -> offer.rank() == rank).findFirst();
    }

    /** The last offer to a user of the CRM. */
    Optional<Offer> toUser(String userId) {
        return made.stream().filter(offer -> userId.equals(offer.seller().id())).reduce((one, later) -> later);
    }

    long declined() {
        return made.stream()
                .filter(offer -> offer.state() == Offer.State.DECLINED)
                .count();
    }

    boolean asked(String email) {
        return made.stream().anyMatch(offer -> offer.seller().email().equals(email));
    }

    /** Whether nothing more is to be asked: somebody took it, or nobody is left. */
    boolean isOver() {
        return escalatedAt != null
                || last().filter(offer -> offer.state() == Offer.State.ACCEPTED).isPresent();
    }

    /** The word that the CRM has for where it stands, such as {@code Offered}; null where nothing was offered. */
    public String status() {
        if (escalatedAt != null) {
            return "Escalated";
        }
        return last().map(offer -> {
                    String word = offer.state().name();
                    return word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT);
                })
                .orElse(null);
    }
}
