package dev.parley.channel.writeback;

import java.time.Duration;
import java.util.Optional;

/** A service was not told; the message says why and what to do, without personal text. */
final class WriteTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean ofAll;
    private final Duration retryAfter;

    private WriteTrouble(String message, boolean ofAll, Duration retryAfter) {
        super(message);
        this.ofAll = ofAll;
        this.retryAfter = retryAfter;
    }

    /** The service as a whole takes nothing now. */
    static WriteTrouble ofAll(String message, Duration retryAfter) {
        return new WriteTrouble(message, true, retryAfter);
    }

    /** It does not take this; others it may take. */
    static WriteTrouble ofOne(String message) {
        return new WriteTrouble(message, false, null);
    }

    boolean isOfAll() {
        return ofAll;
    }

    /** How long the service wants to be left alone, if it says so. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
