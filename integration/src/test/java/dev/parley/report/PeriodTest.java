package dev.parley.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which weeks a report is about. */
class PeriodTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-03-18T12:00:00Z");

    @Test
    void weeksBeginOnMondaysInUtc() {
        assertThat(Period.wholeWeeks(MONDAY, WEDNESDAY).since()).isEqualTo(MONDAY);
        assertThat(Period.wholeWeeks(MONDAY.minusNanos(1), WEDNESDAY).since()).isEqualTo("2026-02-23T00:00:00Z");
        assertThat(Period.wholeWeeks(Instant.parse("2026-03-08T23:59:59Z"), WEDNESDAY)
                        .since())
                .isEqualTo(MONDAY);
    }

    @Test
    void theRunningWeekIsLeftOut() {
        Period weeks = Period.wholeWeeks(MONDAY, WEDNESDAY);

        assertThat(weeks.holds(Instant.parse("2026-03-15T23:59:59Z"))).isTrue();
        assertThat(weeks.holds(Instant.parse("2026-03-16T00:00:00Z"))).isFalse();
        assertThat(weeks.holds(MONDAY.minusNanos(1))).isFalse();
        assertThat(Period.since(MONDAY).holds(WEDNESDAY)).isTrue();
    }
}
