package dev.parley.channel;

import com.google.common.base.Ascii;
import dev.parley.conversation.ChatEvent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.camel.Body;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;

/** Tells by its token who sends. */
final class Senders {

    private static final String SCHEME = "Bearer ";

    private final Map<Secret, Sender> byToken = new LinkedHashMap<>();

    Senders(ChannelTokens tokens, int eventsPerMinute, LongSupplier nanoTime) {
        for (ChannelTokens.Grant grant : tokens.grants()) {
            byToken.put(grant.token(), new Sender(grant.sources(), new RateLimit(eventsPerMinute, nanoTime)));
        }
    }

    /**
     * The sender, if it may send just now.
     *
     * @throws ProblemException 401 without a known token, 429 if it has sent too much
     */
    public Sender admit(@Header("Authorization") String authorization) {
        Sender sender = authenticate(authorization);
        Duration delay = sender.delay();
        if (!delay.isZero()) {
            throw Problem.tooMany("This token has sent more events than it may; wait and send them again.", delay)
                    .exception();
        }
        sender.count();
        return sender;
    }

    /** Lets the events of a request pass, or refuses them all; see {@link Sender#permit}. */
    public void permit(
            @ExchangeProperty("sender") Sender sender,
            @Body List<ChatEvent> events,
            @Header("Content-Type") String contentType) {
        sender.permit(events, ContentMode.of(contentType) == ContentMode.BATCHED);
    }

    /**
     * The sender that an {@code Authorization} header names (RFC 6750 section 2.1).
     *
     * @throws ProblemException 401 without a known token
     */
    Sender authenticate(String authorization) {
        if (authorization == null || !Ascii.equalsIgnoreCase(SCHEME, prefix(authorization))) {
            throw Problem.of(401, "Send the channel's token as 'Authorization: Bearer …'.")
                    .exception();
        }
        return byToken(authorization.substring(SCHEME.length()).strip());
    }

    /**
     * The sender of a token.
     *
     * @throws ProblemException 401 if there is none
     */
    Sender byToken(String token) {
        Secret shown = Secret.of(token);
        Sender found = null;
        // Always all of them: where the search ends must not tell how near a guess came.
        for (Map.Entry<Secret, Sender> entry : byToken.entrySet()) {
            found = entry.getKey().matches(shown) ? entry.getValue() : found;
        }
        if (found == null) {
            throw Problem.of(401, "The token is not known here.").exception();
        }
        return found;
    }

    private static String prefix(String authorization) {
        return authorization.substring(0, Math.min(SCHEME.length(), authorization.length()));
    }
}
