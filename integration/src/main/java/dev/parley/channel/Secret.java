package dev.parley.channel;

import com.google.common.hash.HashCode;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A token of which only the SHA-256 digest is known; comparing two takes the same time whatever they hold. */
public record Secret(HashCode digest) {

    private static final int SHORTEST = 16;

    /** What a token must be, for people. */
    public static final String FORM = "at least " + SHORTEST + " visible ASCII characters";

    /** The digest of a token. */
    public static Secret of(String token) {
        return new Secret(Hashing.sha256().hashString(token, StandardCharsets.UTF_8));
    }

    /** What an {@code Authorization} header shows, with or without its scheme (RFC 6750 section 2.1); null shows nothing. */
    public static Secret shown(String authorization) {
        return of(authorization == null ? "" : authorization.replaceFirst("(?i)^Bearer +", ""));
    }

    /** Whether a text can be a token that somebody made up: long enough, and of {@link #FORM}. */
    public static boolean isToken(String text) {
        return text.length() >= SHORTEST && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** Whether they are the same, in constant time. */
    public boolean matches(Secret other) {
        return MessageDigest.isEqual(digest.asBytes(), other.digest.asBytes());
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
