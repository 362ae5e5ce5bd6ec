package dev.parley.crm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** External ids that every CRM takes, in a URL too. */
public final class ExternalId {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9:_-]{1,120}");
    private static final int HASH_DIGITS = 40;

    private ExternalId() {}

    /**
     * {@code {source}:{id}} where that is at most 120 characters of {@code A-Z a-z 0-9 : _ -}, else the source and the
     * first 40 hexadecimal digits of the id's SHA-256.
     */
    public static String of(String source, String id) {
        String plain = source + ":" + id;
        return PLAIN.matcher(plain).matches() ? plain : source + ":" + hash(id);
    }

    /** The first 40 hexadecimal digits of the text's SHA-256. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
