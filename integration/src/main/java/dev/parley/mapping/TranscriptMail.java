package dev.parley.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail as the files of {@code transcripts} see it: decoded, and without anything of how it came.
 *
 * @param from the author's address (RFC 5322 section 3.6.2), in lower case; empty if there is none
 * @param subject on one line; empty if there is none
 * @param headers all values by name in lower case, each on one line
 * @param plain the text in {@code text/plain}, or null
 * @param html the text in {@code text/html} without its mark-up, or null
 * @param date when it was written, else when it came
 * @param authenticated whether the own server vouches for the author's domain (RFC 8601)
 */
public record TranscriptMail(
        String from,
        String subject,
        Map<String, List<String>> headers,
        String plain,
        String html,
        Instant date,
        boolean authenticated) {

    /** Nothing of what it says. */
    @Override
    public String toString() {
        return "TranscriptMail[" + date + "]";
    }
}
