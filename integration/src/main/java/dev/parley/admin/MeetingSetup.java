package dev.parley.admin;

import dev.parley.conversation.ConversationLinks;
import dev.parley.conversation.MeetingClues;
import dev.parley.identity.VisitorKey;
import dev.parley.store.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** How meetings find their conversations, as the settings say. */
final class MeetingSetup {

    private static final String SECRET = "links.secret";

    private MeetingSetup() {}

    /** The signed names of conversations: with the operator's key, else with the one that the store keeps. */
    static ConversationLinks links(Settings settings, Tx tx, MeterRegistry meters) {
        Counter refused = Counter.builder("parley.links.refused")
                .description("Conversation links in meeting events that Parley did not sign")
                .register(meters);
        return settings.has(SECRET)
                ? ConversationLinks.signedWith(settings.secret(SECRET), refused)
                : ConversationLinks.of(tx, refused);
    }

    static MeetingClues clues(Settings settings, ConversationLinks links) {
        return new MeetingClues(
                links::read, email -> VisitorKey.of("", null, email), settings.duration("links.recent"));
    }
}
