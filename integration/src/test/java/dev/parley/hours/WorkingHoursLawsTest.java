package dev.parley.hours;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every calendar at every moment, over two years with four changes of clocks. */
class WorkingHoursLawsTest {

    private final Calendars calendars = new Calendars(WorkingHoursTest.load().hours());

    @Property
    void theNextOpeningIsOpenAndNothingBeforeItIs(
            @ForAll("names") String name, @ForAll("moments") Instant moment, @ForAll("shares") double share) {
        WorkingHours hours = calendars.of(name);
        Instant opens = hours.nextOpening(moment);

        assertThat(opens).isAfterOrEqualTo(moment);
        assertThat(hours.isOpen(opens)).isTrue();
        assertThat(hours.isOpen(moment)).isEqualTo(opens.equals(moment));
        if (opens.isAfter(moment)) {
            assertThat(hours.isOpen(between(moment, opens, share))).isFalse();
        }
    }

    @Property
    void whatIsAddedHasPassed(
            @ForAll("names") String name, @ForAll("moments") Instant moment, @ForAll("minutes") Duration time) {
        WorkingHours hours = calendars.of(name);
        Instant end = hours.plus(moment, time);

        assertThat(hours.workingTimeBetween(moment, end)).isEqualTo(time);
        if (!time.isZero()) {
            assertThat(hours.workingTimeBetween(moment, end.minusSeconds(1))).isEqualTo(time.minusSeconds(1));
        }
    }

    @Property
    void workingTimeAddsUp(
            @ForAll("names") String name,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other,
            @ForAll("shares") double share) {
        WorkingHours hours = calendars.of(name);
        Instant start = one.isBefore(other) ? one : other;
        Instant end = one.isBefore(other) ? other : one;
        Instant middle = between(start, end, share);

        Duration whole = hours.workingTimeBetween(start, end);
        assertThat(hours.workingTimeBetween(start, middle).plus(hours.workingTimeBetween(middle, end)))
                .isEqualTo(whole);
        assertThat(whole).isLessThanOrEqualTo(Duration.between(start, end));
        assertThat(hours.workingTimeBetween(end, start)).isZero();
    }

    @Property
    void addingTwiceIsAddingTheSum(
            @ForAll("names") String name,
            @ForAll("moments") Instant moment,
            @ForAll("minutes") Duration first,
            @ForAll("minutes") Duration second) {
        WorkingHours hours = calendars.of(name);

        assertThat(hours.plus(hours.plus(moment, first), second)).isEqualTo(hours.plus(moment, first.plus(second)));
    }

    private static Instant between(Instant start, Instant end, double share) {
        return start.plusSeconds((long) (Duration.between(start, end).toSeconds() * share));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("stockholm", "night", "gap", "always");
    }

    @Provide
    Arbitrary<Instant> moments() {
        long start = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(start, start + 2 * 365 * 86_400L).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Duration> minutes() {
        return Arbitraries.longs().between(0, 6_000).map(Duration::ofMinutes);
    }

    @Provide
    Arbitrary<Double> shares() {
        return Arbitraries.doubles().between(0, 0.99);
    }
}
