package dev.parley.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed hashes of what records are found by (HMAC-SHA256, RFC 2104, cut to 128 bits): who has the store but not the key
 * can neither read an e-mail address out of it nor try one.
 */
final class Fingerprints {

    static final int BYTES = 16;

    private static final String ALGORITHM = "HmacSHA256";

    /** No key of a record contains it. */
    private static final byte BETWEEN = 0;

    private final ThreadLocal<Mac> macs;

    Fingerprints(byte[] secret) {
        SecretKeySpec key = new SecretKeySpec(secret, ALGORITHM);
        this.macs = ThreadLocal.withInitial(() -> mac(key));
    }

    /**
     * The fingerprint of a text.
     *
     * @param meaning what the text is, so that the same text under two meanings has two fingerprints
     */
    byte[] of(String meaning, String text) {
        Mac mac = macs.get();
        mac.update(meaning.getBytes(StandardCharsets.UTF_8));
        mac.update(BETWEEN);
        return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), BYTES);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
