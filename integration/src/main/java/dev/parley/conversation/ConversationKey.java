package dev.parley.conversation;

import java.util.Comparator;

/**
 * What tells a conversation apart from all others.
 *
 * @param source the channel's name
 * @param id the conversation's id in that channel, the {@code subject} of its events
 */
public record ConversationKey(String source, String id) implements Comparable<ConversationKey> {

    private static final Comparator<ConversationKey> ORDER =
            Comparator.comparing(ConversationKey::source).thenComparing(ConversationKey::id);

    static ConversationKey of(Envelope envelope) {
        return new ConversationKey(envelope.source(), envelope.subject());
    }

    @Override
    public int compareTo(ConversationKey other) {
        return ORDER.compare(this, other);
    }
}
