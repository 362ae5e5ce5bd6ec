package dev.parley.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a meeting's event may be known by where its UIDs tell nothing.
 *
 * @param link reads signed names of conversations
 * @param addressHash what is kept of an e-mail address, the same for each way to write it; empty for what is none, and
 *     for the addresses of colleagues, who are never the visitor
 * @param recent how far apart a meeting's event and the last event of the attendee's conversation may lie
 */
public record MeetingClues(
        Function<String, Optional<ConversationKey>> link,
        Function<String, Optional<String>> addressHash,
        Duration recent) {

    /** None: the UIDs alone tell. */
    static final MeetingClues NONE =
            new MeetingClues(token -> Optional.empty(), address -> Optional.empty(), Duration.ZERO);

    /** What is kept of the visitor's address; nothing of an agent's who tries the widget. */
    Optional<String> hashOfVisitor(Conversation conversation) {
        String email = conversation.visitor().email();
        boolean agent = email != null
                && Stream.concat(
                                conversation.family(Facts.AGENT).keySet().stream(),
                                conversation.family(Facts.AGENT_EMAIL).values().stream()
                                        .map(JsonNode::asText))
                        .anyMatch(known -> known.strip().equalsIgnoreCase(email.strip()));
        return email == null || agent ? Optional.empty() : addressHash.apply(email);
    }

    Instant since(Instant at) {
        return at.minus(recent);
    }

    Instant until(Instant at) {
        return at.plus(recent);
    }
}
