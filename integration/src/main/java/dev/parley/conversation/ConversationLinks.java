package dev.parley.conversation;

import dev.parley.store.Tx;
import io.micrometer.core.instrument.Counter;
import java.util.Optional;

/**
 * Signed names of conversations. A site or an agent puts one into a booking link, and the booking's events bring it back
 * in {@code data.conversation}; nobody can make one up for a conversation that is not theirs.
 */
public final class ConversationLinks {

    private static final String NAME = "conversation-links";

    private final SignedName names;
    private final Counter refused;

    private ConversationLinks(String secret, Counter refused) {
        this.names = SignedName.with(secret);
        this.refused = refused;
    }

    /**
     * With a key that the operator gave.
     *
     * @param secret the key; every link signed with another one is refused
     * @param refused counts links that were not signed with it
     */
    public static ConversationLinks signedWith(String secret, Counter refused) {
        return new ConversationLinks(secret, refused);
    }

    /** With the key that the store holds; it is made when there is none. */
    public static ConversationLinks of(Tx tx, Counter refused) {
        return new ConversationLinks(OwnKeys.of(tx, NAME), refused);
    }

    /** The signed name of a conversation: letters, digits, {@code -}, {@code _} and one dot. */
    public String of(ConversationKey conversation) {
        return names.sign(conversation.source(), conversation.id());
    }

    /** The conversation that a signed name stands for; empty, and counted, if Parley did not sign it. */
    public Optional<ConversationKey> read(String link) {
        Optional<ConversationKey> conversation =
                names.read(link).map(parts -> new ConversationKey(parts.get(0), parts.get(1)));
        if (conversation.isEmpty()) {
            refused.increment();
        }
        return conversation;
    }
}
