package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The law of waiting: longer each time, never for ever, never all at the same moment. */
class BackoffTest {

    @Property
    void waitsBetweenHalfAndAllOfADoubledTime(@ForAll @IntRange(max = 1_000_000) int failures, @ForAll long seed) {
        Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(15), new Random(seed));
        long full = failures > 10 ? 900_000 : Math.min(900_000, 1000L << failures);

        assertThat(backoff.after(failures).toMillis()).isBetween(full / 2, full);
    }
}
