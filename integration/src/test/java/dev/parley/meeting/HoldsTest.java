package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No time of a seller is given away twice, on every database. */
class HoldsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Slot TEN = slot("2026-01-06T10:00:00Z");
    private static final Slot HALF_PAST = slot("2026-01-06T10:30:00Z");
    private static final Slot BETWEEN = slot("2026-01-06T10:15:00Z");

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void manyWhoChooseTheSameTimeAtOnceGetItOnce(Database database) {
        try (database) {
            Holds holds = holds(database, NOW);

            long given = IntStream.range(0, 16)
                    .parallel()
                    .filter(i -> holds.confirm("ada", meeting("m" + i), i % 2 == 0 ? TEN : BETWEEN))
                    .count();

            assertThat(given).isEqualTo(1);
            assertThat(holds.taken("ada", meeting("another"))).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatIsHeldForOneIsNotOfferedToAnotherUntilItExpires(Database database) {
        try (database) {
            Holds holds = holds(database, NOW);
            assertThat(holds.hold("ada", meeting("a"), List.of(TEN, HALF_PAST), QUARTER))
                    .containsExactly(TEN, HALF_PAST);

            assertThat(holds.hold("ada", meeting("b"), List.of(BETWEEN), QUARTER))
                    .isEmpty();
            assertThat(holds.hold("bob", meeting("b"), List.of(BETWEEN), QUARTER))
                    .as("another seller's")
                    .hasSize(1);
            assertThat(holds.confirm("ada", meeting("b"), TEN)).isFalse();

            Holds later = holds(database, NOW.plus(QUARTER));
            assertThat(later.hold("ada", meeting("b"), List.of(BETWEEN), QUARTER))
                    .containsExactly(BETWEEN);
            assertThat(later.confirm("ada", meeting("a"), TEN)).as("too late").isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatIsConfirmedStaysTheRestIsGivenBackAndTwiceIsOnce(Database database) {
        try (database) {
            Holds holds = holds(database, NOW);
            holds.hold("ada", meeting("a"), List.of(TEN, HALF_PAST), QUARTER);

            assertThat(holds.confirm("ada", meeting("a"), TEN)).isTrue();
            assertThat(holds.confirm("ada", meeting("a"), TEN)).isTrue();

            Holds later = holds(database, NOW.plus(Duration.ofHours(3)));
            assertThat(later.taken("ada", meeting("b"))).containsExactly(TEN);
            assertThat(later.confirm("ada", meeting("b"), HALF_PAST)).isTrue();
            later.release(meeting("a"));
            assertThat(later.taken("ada", meeting("c"))).containsExactly(HALF_PAST);
        }
    }

    private static Holds holds(Database database, Instant now) {
        return new Holds(database.tx(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static MeetingKey meeting(String uid) {
        return new MeetingKey("web", uid);
    }

    private static Slot slot(String start) {
        Instant from = Instant.parse(start);
        return new Slot(from, from.plus(Duration.ofMinutes(30)));
    }
}
