package dev.parley.channel;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A token of which only the SHA-256 digest is known; comparing two takes the same time whatever they hold. */
record Secret(HashCode digest) {

    static Secret of(String token) {
        return new Secret(Hashing.sha256().hashString(token, StandardCharsets.UTF_8));
    }

    /** Whether they are the same, in constant time. */
    boolean matches(Secret other) {
        return MessageDigest.isEqual(digest.asBytes(), other.digest.asBytes());
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
