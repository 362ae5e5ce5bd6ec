package dev.parley.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next try: twice as long each time, with jitter so that what failed together does not come
 * back together.
 *
 * @param first the wait after the first failure
 * @param most the longest wait
 * @param random source of the jitter
 */
public record Backoff(Duration first, Duration most, RandomGenerator random) {

    private static final int MOST_DOUBLINGS = 20;

    /** Between half of the full wait and all of it; {@code failures} counts those before this one. */
    Duration after(int failures) {
        long full = Math.min(most.toMillis(), first.toMillis() << Math.min(failures, MOST_DOUBLINGS));
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }
}
