package dev.parley.admin;

import dev.parley.channel.Problem;
import java.time.DateTimeException;
import java.time.Instant;

/** The parameter {@code since} of a request. */
final class Since {

    private Since() {}

    /**
     * The moment that it names.
     *
     * @param text null counts as nothing
     * @throws dev.parley.channel.ProblemException 400 if it is no RFC 3339 time in UTC
     */
    static Instant of(String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw Problem.of(400, "'since' is no RFC 3339 time in UTC such as 2026-01-31T12:00:00Z.")
                    .exception();
        }
    }
}
