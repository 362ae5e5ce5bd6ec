package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A sender has a minute's worth of events at once; more comes evenly. */
class RateLimitTest {

    private final AtomicLong now = new AtomicLong(-5);
    private final RateLimit limit = new RateLimit(60, now::get);

    @Test
    void aMinutesWorthMayComeAtOnce() {
        limit.count(59);
        assertThat(limit.delay()).isZero();

        limit.count(1);
        assertThat(limit.delay()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void afterWaitingAsToldTheSenderMayGoOn() {
        limit.count(75);
        Duration delay = limit.delay();
        assertThat(delay).isEqualTo(Duration.ofSeconds(16));

        pass(delay);
        assertThat(limit.delay()).isZero();
    }

    @Test
    void whatWasNotUsedDoesNotGrowBeyondAMinutesWorth() {
        pass(Duration.ofHours(1));

        limit.count(60);
        assertThat(limit.delay()).isPositive();
    }

    @Test
    void oneLargeBatchDoesNotShutASenderOutForLong() {
        limit.count(10_000);

        assertThat(limit.delay()).isLessThanOrEqualTo(Duration.ofSeconds(61));
    }

    @Test
    void aLimitOfNothingIsAMistake() {
        assertThatThrownBy(() -> new RateLimit(0, now::get)).hasMessageContaining("at least 1");
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
