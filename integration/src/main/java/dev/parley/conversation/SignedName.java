package dev.parley.conversation;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs names that go out into links, and knows its own again: {@code {name}.{signature}}, each in Base64url (RFC 4648
 * section 5), so letters, digits, {@code -}, {@code _} and one dot. Nobody can make one up.
 */
public final class SignedName {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MOST_CHARACTERS = 2_048;

    /** No part of a name contains it. */
    private static final char BETWEEN = '\0';

    private final SecretKeySpec key;

    private SignedName(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** Signs with a key; what was signed with another one is refused. */
    public static SignedName with(String secret) {
        return new SignedName(secret.getBytes(StandardCharsets.UTF_8));
    }

    /** Signs with a key made of this one, so that no link of another kind can stand for one of these. */
    public SignedName of(String kind) {
        return new SignedName(signature(kind.getBytes(StandardCharsets.UTF_8)));
    }

    /** The signed name of these parts; none of them contains a NUL. */
    public String sign(String... parts) {
        byte[] name = String.join(String.valueOf(BETWEEN), parts).getBytes(StandardCharsets.UTF_8);
        return base64(name) + "." + base64(signature(name));
    }

    /** The parts of a signed name; empty if it was not signed with this key, or is longer than 2,048 characters. */
    public Optional<List<String>> read(String signed) {
        int dot = signed.indexOf('.');
        if (dot < 0 || signed.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(signed.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(signed.substring(dot + 1));
            return MessageDigest.isEqual(signature, signature(name))
                    ? Optional.of(Splitter.on(BETWEEN).splitToList(new String(name, StandardCharsets.UTF_8)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // Not Base64, so not one of Parley's.
            return Optional.empty();
        }
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
