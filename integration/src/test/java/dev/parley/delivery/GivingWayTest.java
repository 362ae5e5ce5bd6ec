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
        assertThat(others.turn(200, NOON)).isEqualTo(200);
        return others;
    }

    @Test
    void whoIsBehindGoesFirstBeforeTheNextTurnUntilPatienceIsOver() {
        GivingWay others = patience(Duration.ofSeconds(10));
        behind.set(Integer.MAX_VALUE);
        assertThat(others.turn(200, NOON.plusSeconds(9))).isZero();
        assertThat(others.turn(200, NOON.plusSeconds(10))).isPositive();
    }

    @Test
    void forAMinuteAfterATurnWasTheirsEachIsAShortOne() {
        GivingWay others = patience(Duration.ofSeconds(10));
        behind.set(1);
        assertThat(others.turn(200, NOON.plusSeconds(3))).isZero();
        assertThat(others.turn(200, NOON.plusSeconds(5))).isEqualTo(50);
        assertThat(others.turn(20, NOON.plusSeconds(62))).isEqualTo(20);
        assertThat(others.turn(200, NOON.plusSeconds(62))).isEqualTo(50);
        assertThat(others.turn(200, NOON.plusSeconds(63))).isEqualTo(200);
    }

    @Test
    void whoWasWaitedForInATurnHasShortOnesNext() {
        GivingWay others = patience(Duration.ofDays(1));
        behind.set(3);
        others.pause();
        assertThat(behind).as("a turn goes on as soon as they have caught up").hasValue(0);
        assertThat(others.turn(200, NOON.plusSeconds(1))).isEqualTo(50);
    }

    @Test
    void allPausesOfATurnTogetherAreNoLongerThanPatience() {
        GivingWay others = patience(Duration.ofMillis(50));
        behind.set(Integer.MAX_VALUE);
        others.pause();
        int asked = behind.get();
        others.pause();
        assertThat(behind).hasValue(asked);
        assertThat(others.turn(200, NOON.plusSeconds(1))).isPositive();
        others.pause();
        assertThat(behind.get()).isLessThan(asked - 1);
    }

    @Test
    void whoIsToEndDoesNotWait() {
        GivingWay others = patience(Duration.ofDays(1));
        behind.set(Integer.MAX_VALUE);
        Thread.currentThread().interrupt();
        others.pause();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(behind).hasValue(Integer.MAX_VALUE);
    }
}
