package dev.parley.channel;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How many events a sender may bring in a minute: a bucket that holds a minute's worth and fills evenly. What has been
 * taken may overdraw it by one more minute; the sender then waits it off.
 */
final class RateLimit {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoTime;
    private final long each;
    private long owedUntil;

    RateLimit(int perMinute, LongSupplier nanoTime) {
        if (perMinute < 1) {
            throw new IllegalArgumentException("a sender must be allowed at least 1 event a minute, not " + perMinute);
        }
        this.nanoTime = nanoTime;
        this.each = MINUTE / perMinute;
        this.owedUntil = nanoTime.getAsLong();
    }

    /** How long the sender has to wait before it may bring anything; zero if it need not. */
    synchronized Duration delay() {
        long owed = owedUntil - nanoTime.getAsLong();
        return Duration.ofNanos(Math.max(0, owed + each - MINUTE));
    }

    /** Counts events that are being taken. */
    synchronized void count(int events) {
        long now = nanoTime.getAsLong();
        long owed = Math.max(0, owedUntil - now) + each * events;
        owedUntil = now + Math.min(owed, 2 * MINUTE);
    }
}
