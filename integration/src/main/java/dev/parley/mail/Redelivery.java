package dev.parley.mail;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When a mail that could not be sent is tried again.
 *
 * @param first wait after the first failure; each further one is twice as long
 * @param most the longest wait
 * @param tries after how many it is given up
 */
public record Redelivery(Duration first, Duration most, int tries) {

    /** For six hours, which outlasts the usual outage of a mail server. */
    public static final Redelivery SIX_HOURS = new Redelivery(Duration.ofSeconds(30), Duration.ofHours(1), 12);

    private static final int MOST_DOUBLINGS = 30;

    /** Whether so many failures are the end. */
    boolean isSpent(int failures) {
        return failures >= tries;
    }

    /** The wait after so many failures, up to a fifth longer so that mails do not come back all at once. */
    Duration wait(int failures, RandomGenerator random) {
        Duration wait = first.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = wait.compareTo(most) > 0 ? most : wait;
        return bounded.plusMillis((long) (bounded.toMillis() * 0.2 * random.nextDouble()));
    }
}
