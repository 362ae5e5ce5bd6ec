package dev.parley.sandbox.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/**
 * A mail as its recipient reads it, decoded.
 *
 * @param id its Message-ID (RFC 5322, section 3.6.4), or null: the same mail sent twice has the same one
 * @param to the recipient's address, as the sender's program gave it to the server
 * @param from the sender, with their name where it is given
 * @param subject in one line
 * @param text the plain text, or null
 * @param html the HTML, or null
 * @param calendar the invitation (RFC 6047), or null; left out of JSON then
 * @param at when it came
 */
public record SentMail(
        String id,
        String to,
        String from,
        String subject,
        String text,
        String html,
        @JsonInclude(JsonInclude.Include.NON_NULL) String calendar,
        Instant at) {}
