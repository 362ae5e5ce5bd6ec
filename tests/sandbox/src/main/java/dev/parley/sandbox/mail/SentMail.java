package dev.parley.sandbox.mail;

import java.time.Instant;

/**
 * A mail as its recipient reads it, decoded.
 *
 * @param to the recipient's address, as the sender's program gave it to the server
 * @param from the sender, with their name where it is given
 * @param subject in one line
 * @param text the plain text, or null
 * @param html the HTML, or null
 * @param calendar the invitation (RFC 6047), or null
 * @param at when it came
 */
public record SentMail(String to, String from, String subject, String text, String html, String calendar, Instant at) {}
