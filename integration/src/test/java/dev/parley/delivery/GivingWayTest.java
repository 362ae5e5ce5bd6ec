package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Others go first, though not for ever. */
@Timeout(60)
class GivingWayTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final AtomicInteger behind = new AtomicInteger();

    private boolean isBehind() {
        return behind.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    }

    private GivingWay patience(Duration patience) {
        GivingWay others = new GivingWay(this::isBehind, patience);
        assertThat(others.isTurn(NOON)).isTrue();
        return others;
    }

    @Test
    void whoIsBehindGoesFirstBeforeTheNextTurnUntilPatienceIsOver() {
        GivingWay others = patience(Duration.ofSeconds(10));
        behind.set(Integer.MAX_VALUE);
        assertThat(others.isTurn(NOON.plusSeconds(9))).isFalse();
        assertThat(others.isTurn(NOON.plusSeconds(10))).isTrue();
    }

    @Test
    void forAMinuteAfterTheyWereBehindATurnIsAShortOne() {
        GivingWay others = patience(Duration.ofSeconds(10));
        assertThat(others.most(200, NOON)).isEqualTo(200);
        behind.set(1);
        Instant behindAt = NOON.plusSeconds(10);
        assertThat(others.isTurn(behindAt)).isTrue();
        assertThat(others.most(200, behindAt.plusSeconds(59))).isEqualTo(50);
        assertThat(others.most(20, behindAt)).isEqualTo(20);
        assertThat(others.most(200, behindAt.plusSeconds(60))).isEqualTo(200);
    }

    @Test
    void aTurnGoesOnAsSoonAsTheyHaveCaughtUp() {
        GivingWay others = patience(Duration.ofDays(1));
        behind.set(3);
        others.pause();
        assertThat(behind).hasValue(0);
    }

    @Test
    void allPausesOfATurnTogetherAreNoLongerThanPatience() {
        GivingWay others = patience(Duration.ofMillis(50));
        behind.set(Integer.MAX_VALUE);
        others.pause();
        int asked = behind.get();
        others.pause();
        assertThat(behind).hasValue(asked);
        assertThat(others.isTurn(NOON.plusSeconds(1))).isTrue();
        others.pause();
        assertThat(behind.get()).isLessThan(asked);
    }
}
