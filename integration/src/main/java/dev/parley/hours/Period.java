package dev.parley.hours;

import java.time.Duration;
import java.time.Instant;

/** From one moment to another, without the latter. */
record Period(Instant from, Instant to) {

    boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    /** Nothing, or less than that. */
    boolean isEmpty() {
        return !from.isBefore(to);
    }

    Duration length() {
        return Duration.between(from, to);
    }

    /** What lies between these two. */
    Period within(Instant start, Instant end) {
        return new Period(from.isBefore(start) ? start : from, to.isAfter(end) ? end : to);
    }
}
