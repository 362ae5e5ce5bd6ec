package dev.parley.sandbox.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A mail as its recipient reads it, decoded.
 *
 * @param to the recipient's address, as the sender's program gave it to the server
 * @param from the sender, with their name where it is given
 * @param subject in one line
 * @param text the plain text, or null
 * @param html the HTML, or null
 * @param calendar the invitation (RFC 6047), or null; left out of JSON then
 * @param at when it came
 */
public record SentMail(
        String to,
        String from,
        String subject,
        String text,
        String html,
        @JsonInclude(JsonInclude.Include.NON_NULL) String calendar,
        Instant at) {}
