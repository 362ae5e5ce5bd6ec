package dev.parley.channel.gaps;

import java.time.Duration;
import java.util.Optional;

/** A service could not be asked; the message says why and what to do, without personal text. */
final class GapTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    GapTrouble(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    /** How long the service wants to be left alone, if it says so. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
