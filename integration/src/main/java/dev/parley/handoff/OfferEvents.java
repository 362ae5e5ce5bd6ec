package dev.parley.handoff;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.ChatEvents;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Writes down what happens to offers. Every offer of a conversation has one id for its event and one for that of its
 * answer, whatever the answer is: a second offer of one rank, or a second answer, counts as a repeat and changes
 * nothing, whoever tries, and however often.
 */
final class OfferEvents {
    private final ConversationKey conversation;

    OfferEvents(ConversationKey conversation) {
        this.conversation = conversation;
    }

    /** The id of an offer and of the event that tells of it: unique in all sources, and no run of digits in it. */
    String id(int rank) {
        return "parley:handoff:" + letters("") + ":" + rank;
    }

    /** Letters that stand for something of this conversation alone. */
    private String letters(String what) {
        String hash = Hashing.sha256()
                .hashString(conversation.source() + "\n" + conversation.id() + what, StandardCharsets.UTF_8)
                .toString();
        // Thirteen digits in a row could be a card number, and would be masked in what is kept of the event.
        return hash.substring(0, 32)
                .chars()
                .map(digit -> 'a' + Character.digit(digit, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /**
     * Somebody is to write to the visitor: once for what was last said.
     *
     * @param pool that they were chosen from, or the owner's kind
     * @param reason {@code unanswered} or {@code dropped}
     * @param heard when it was said
     */
    ChatEvent followUp(Offer.Seller to, String pool, String reason, Instant heard, Instant now) {
        String letters = letters("\n" + heard);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("to", person(to));
        data.put("pool", pool)
                .put("reason", reason)
                .put("heard", heard.toString())
                .put("key", letters.substring(0, 12));
        return event("parley:follow-up:" + letters, "follow-up.due", data, now);
    }

    ChatEvent offered(int rank, ObjectNode data, Instant now) {
        return event(id(rank), "handoff.offered", data.put("offer", id(rank)).put("rank", rank), now);
    }

    ChatEvent accepted(Offer offer, Instant now) {
        return answered(offer, "accepted", now);
    }

    ChatEvent declined(Offer offer, Instant now) {
        return answered(offer, "declined", now);
    }

    /** @param owner Salesforce id of who owns an escalated conversation from then on, or null */
    ChatEvent expired(Offer offer, boolean escalated, String owner, Instant now) {
        ObjectNode data = data(offer);
        if (escalated) {
            data.put("escalated", true).put("owner", owner);
        }
        return event(offer.id() + ":answer", "handoff.expired", data, now);
    }

    /** Nobody is left to be asked, and no offer ran out just now: it takes the place of the next one's answer. */
    ChatEvent nobody(int rank, String reason, String owner, Instant now) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("offer", id(rank))
                .put("rank", rank)
                .put("reason", reason)
                .put("escalated", true)
                .put("owner", owner);
        return event(id(rank) + ":answer", "handoff.expired", data, now);
    }

    /** Once for each wait, and once more when it has ended. */
    ChatEvent breached(Breach breach, Instant now) {
        String letters = letters("\n" + breach.kind() + breach.since());
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("kind", breach.kind())
                .put("promise", breach.promise())
                .put("hours", breach.hours())
                .put("within", breach.within().toString())
                .put("since", breach.since().toString());
        if (breach.late() != null) {
            data.put("late", breach.late().toString());
        }
        String id = "parley:service:" + letters + (breach.late() == null ? "" : ":late");
        return event(id, "service.breached", data, now);
    }

    private ChatEvent answered(Offer offer, String answer, Instant now) {
        return event(offer.id() + ":answer", "handoff." + answer, data(offer), now);
    }

    private static ObjectNode data(Offer offer) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.put("offer", offer.id()).put("rank", offer.rank()).put("reason", offer.reason());
        data.set("to", person(offer.seller()));
        return data.put("until", offer.until().toString());
    }

    static ObjectNode person(Offer.Seller seller) {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        if (seller.id() != null) {
            person.put("id", seller.id());
        }
        return person.put("name", seller.name()).put("email", seller.email());
    }

    private ChatEvent event(String id, String type, ObjectNode data, Instant now) {
        return ChatEvents.read(new Envelope(
                id, conversation.source(), type, conversation.id(), now.truncatedTo(ChronoUnit.MILLIS), "", data));
    }
}
