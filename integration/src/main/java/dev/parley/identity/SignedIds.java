package dev.parley.identity;

import com.google.common.base.Splitter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Ids of contacts and leads that the company's site has signed, for visitors who are logged in there:
 * {@code crm1.{id}.{until}.{signature}}. {@code id} has 18 characters, {@code until} is the second (Unix time) up
 * to which a conversation may begin with it, and the signature is the HMAC-SHA256 of {@code crm1.{id}.{until}} in
 * Base64url without padding (RFC 4648, section 5).
 */
public final class SignedIds {

    /** How all of them begin; no chat service's own ids do. */
    public static final String PREFIX = "crm1.";

    /** Believes none: the operator has given no secret. */
    public static final SignedIds NONE = new SignedIds(null);

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 200;
    private static final Splitter PARTS = Splitter.on('.');

    private final SecretKeySpec key;

    private SignedIds(SecretKeySpec key) {
        this.key = key;
    }

    /** Those that were signed with this secret. */
    public static SignedIds signedWith(String secret) {
        return new SignedIds(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /** Signs an id, as a site does it. */
    public String of(String id, Instant until) {
        String said = PREFIX + id + "." + until.getEpochSecond();
        return said + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature(said));
    }

    /**
     * The id of a contact or lead; empty if it was not signed with the secret, or not for a
     * conversation that begins then.
     */
    Optional<String> read(String token, Instant startedAt) {
        List<String> parts = token.length() > LONGEST ? List.of() : PARTS.splitToList(token);
        if (key == null || parts.size() != 4 || !token.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] given = Base64.getUrlDecoder().decode(parts.get(3));
            String said = token.substring(0, token.lastIndexOf('.'));
            boolean ours = MessageDigest.isEqual(given, signature(said));
            boolean inTime = ours && !startedAt.isAfter(Instant.ofEpochSecond(Long.parseLong(parts.get(2))));
            return inTime && parts.get(1).matches("00[3Q][A-Za-z0-9]{15}")
                    ? Optional.of(parts.get(1))
                    : Optional.empty();
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            // Not Base64, or no time: so not the site's.
            return Optional.empty();
        }
    }

    private byte[] signature(String said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
