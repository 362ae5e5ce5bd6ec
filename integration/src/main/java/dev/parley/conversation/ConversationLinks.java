package dev.parley.conversation;

import dev.parley.store.Tx;
import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed names of conversations. A site or an agent puts one into a booking link, and the booking's events bring it back
 * in {@code data.conversation}; nobody can make one up for a conversation that is not theirs.
 */
public final class ConversationLinks {

    private static final String NAME = "conversation-links";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_CHARACTERS = 2_048;

    /** No source and no id of a conversation contains it. */
    private static final char BETWEEN = '\0';

    private final SecretKeySpec key;
    private final Counter refused;

    private ConversationLinks(String secret, Counter refused) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
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
        byte[] name = (conversation.source() + BETWEEN + conversation.id()).getBytes(StandardCharsets.UTF_8);
        return base64(name) + "." + base64(signature(name));
    }

    /** The conversation that a signed name stands for; empty, and counted, if Parley did not sign it. */
    public Optional<ConversationKey> read(String link) {
        Optional<ConversationKey> conversation = verified(link);
        if (conversation.isEmpty()) {
            refused.increment();
        }
        return conversation;
    }

    private Optional<ConversationKey> verified(String link) {
        int dot = link.indexOf('.');
        if (dot < 0 || link.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(link.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(link.substring(dot + 1));
            return MessageDigest.isEqual(signature, signature(name)) ? Optional.of(key(name)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not Base64 (RFC 4648 section 5), so not one of Parley's.
            return Optional.empty();
        }
    }

    private static ConversationKey key(byte[] name) {
        String text = new String(name, StandardCharsets.UTF_8);
        int between = text.indexOf(BETWEEN);
        return new ConversationKey(text.substring(0, between), text.substring(between + 1));
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
