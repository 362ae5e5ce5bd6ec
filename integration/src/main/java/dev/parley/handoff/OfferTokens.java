package dev.parley.handoff;

import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.OwnKeys;
import dev.parley.conversation.SignedName;
import dev.parley.store.Tx;
import java.util.List;
import java.util.Optional;

/**
 * Signed names of offers, which a seller's link carries. A token is good for one seller of one offer; that it is used
 * once, and in time, the offer itself knows.
 */
public final class OfferTokens {
    private static final String NAME = "handoff-links";

    private final SignedName names;

    private OfferTokens(SignedName names) {
        this.names = names;
    }

    /** With the key that the store holds; it is made when there is none. */
    public static OfferTokens of(Tx tx) {
        return signedWith(OwnKeys.of(tx, NAME));
    }

    /** With a key derived from the operator's, so that no other kind of signed link can stand for one of these. */
    public static OfferTokens signedWith(String secret) {
        return new OfferTokens(SignedName.with(secret).of(NAME));
    }

    /**
     * What a token stands for.
     *
     * @param rank of the conversation's offers, from 1
     * @param seller the e-mail address of who was asked
     */
    public record Named(ConversationKey conversation, int rank, String seller) {}

    /** The token of an offer. */
    String of(ConversationKey conversation, int rank, String seller) {
        return names.sign(conversation.source(), conversation.id(), Integer.toString(rank), seller);
    }

    /** The offer that a token stands for; empty if Parley did not sign it. */
    public Optional<Named> read(String token) {
        return names.read(token).map(OfferTokens::named);
    }

    private static Named named(List<String> parts) {
        return new Named(new ConversationKey(parts.get(0), parts.get(1)), Integer.parseInt(parts.get(2)), parts.get(3));
    }
}
