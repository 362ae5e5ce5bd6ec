package dev.parley.handoff;

import com.google.common.base.Splitter;
import dev.parley.conversation.ConversationKey;
import dev.parley.conversation.OwnKeys;
import dev.parley.store.Tx;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed names of offers, which a seller's link carries: {@code {offer}.{signature}}, each in Base64url (RFC 4648,
 * section 5). A token is good for one seller of one offer; that it is used once, and in time, the offer itself knows.
 */
public final class OfferTokens {
    private static final String NAME = "handoff-links";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_CHARACTERS = 2_048;

    /** No source, no id of a conversation and no address contains it. */
    private static final char BETWEEN = '\0';

    private final SecretKeySpec key;

    private OfferTokens(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** With the key that the store holds; it is made when there is none. */
    public static OfferTokens of(Tx tx) {
        return signedWith(OwnKeys.of(tx, NAME));
    }

    /** With a key derived from the operator's, so that no other kind of signed link can stand for one of these. */
    public static OfferTokens signedWith(String secret) {
        OfferTokens operators = new OfferTokens(secret.getBytes(StandardCharsets.UTF_8));
        return new OfferTokens(operators.signature(NAME.getBytes(StandardCharsets.UTF_8)));
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
        String said = conversation.source() + BETWEEN + conversation.id() + BETWEEN + rank + BETWEEN + seller;
        byte[] name = said.getBytes(StandardCharsets.UTF_8);
        return base64(name) + "." + base64(signature(name));
    }

    /** The offer that a token stands for; empty if Parley did not sign it. */
    public Optional<Named> read(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(signature, signature(name)) ? Optional.of(named(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not Base64, so not one of Parley's.
            return Optional.empty();
        }
    }

    private static Named named(byte[] name) {
        List<String> parts = Splitter.on(BETWEEN).splitToList(new String(name, StandardCharsets.UTF_8));
        return new Named(new ConversationKey(parts.get(0), parts.get(1)), Integer.parseInt(parts.get(2)), parts.get(3));
    }

    private byte[] signature(byte[] name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(name);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
