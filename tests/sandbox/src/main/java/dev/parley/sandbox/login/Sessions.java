package dev.parley.sandbox.login;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that are valid. */
public final class Sessions {
    private static final int RANDOM_BYTES = 48;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Session> byToken = new ConcurrentHashMap<>();

    /** A new token, which begins with the org's id of 15 characters and an exclamation mark. */
    String begin(String orgId, Session session) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String token = orgId.substring(0, 15) + "!"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).replace('-', '.');
        byToken.put(token, session);
        return token;
    }

    /** Whose token an {@code Authorization} header holds, if it is valid. */
    public Optional<Session> of(String authorization) {
        String[] parts =
                authorization == null ? new String[0] : authorization.strip().split(" +");
        boolean bearer =
                parts.length == 2 && (parts[0].equalsIgnoreCase("Bearer") || parts[0].equalsIgnoreCase("OAuth"));
        return bearer ? Optional.ofNullable(byToken.get(parts[1])) : Optional.empty();
    }

    void end(String token) {
        byToken.remove(token);
    }

    /** Makes every token invalid. */
    public void expireAll() {
        byToken.clear();
    }
}
