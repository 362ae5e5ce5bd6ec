package dev.parley.meeting;

import java.time.Instant;

/**
 * A piece of time.
 *
 * @param start its first moment
 * @param end the first moment after it
 */
public record Slot(Instant start, Instant end) {

    public Slot {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("a slot ends after it starts");
        }
    }

    /** Whether they share a moment. */
    boolean overlaps(Slot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
