package dev.parley.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.hours.Calendars;
import dev.parley.hours.WorkingHours;
import dev.parley.mapping.MappingFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever is in the calendar: what is offered is free, and what is not offered was not. */
class SlotsLawsTest {

    /** Before the clocks change in Stockholm, on 2026-03-29. */
    private static final Instant NOW = Instant.parse("2026-03-26T10:07:00Z");

    private static final SlotRule RULE = new SlotRule(
            Duration.ofMinutes(30), Duration.ofMinutes(10), Duration.ofHours(4), Duration.ofDays(10), 6, 3);

    private static final WorkingHours OFFICE = new Calendars(MappingFiles.load(
                            Map.of(
                                    "hours.yaml",
                                    """
                    calendars:
                      office:
                        timezone: Europe/Stockholm
                        week: { monday: 09:00-17:00, tuesday: 09:00-17:00, wednesday: 09:00-17:00, thursday: 09:00-17:00, friday: 09:00-15:00 }
                    """))
                    .mappings()
                    .hours())
            .of("office");

    @Property(tries = 300)
    void whatIsOfferedIsFree(@ForAll("calendars") List<Slot> busy) {
        Slots slots = new Slots(RULE, OFFICE, busy, NOW);

        List<Slot> first = slots.first();

        assertThat(first).allMatch(slots::isFree).hasSizeLessThanOrEqualTo(RULE.most());
        for (int i = 1; i < first.size(); i++) {
            Instant before = first.get(i - 1).end().plus(RULE.buffer());
            assertThat(first.get(i).start()).isAfterOrEqualTo(before);
        }
        for (Slot slot : first) {
            Slot wide = new Slot(slot.start().minus(RULE.buffer()), slot.end().plus(RULE.buffer()));
            assertThat(busy).noneMatch(wide::overlaps);
            assertThat(Duration.between(NOW, slot.start())).isBetween(RULE.notice(), RULE.horizon());
            assertThat(OFFICE.workingTimeBetween(slot.start(), slot.end())).isEqualTo(RULE.length());
        }
    }

    @Property(tries = 100)
    void theFirstIsTheEarliestThereIs(@ForAll("calendars") List<Slot> busy) {
        Slots slots = new Slots(RULE, OFFICE, busy, NOW);
        Instant first = slots.first().stream().findFirst().map(Slot::start).orElse(NOW.plus(RULE.horizon()));

        for (Instant at = Instant.parse("2026-03-26T10:15:00Z"); at.isBefore(first); at = at.plus(SlotRule.STEP)) {
            assertThat(slots.isFree(new Slot(at, at.plus(RULE.length())))).isFalse();
        }
    }

    @Test
    void afterTheClocksChangeTheOfficeOpensAnHourEarlierInUniversalTime() {
        Instant friday = Instant.parse("2026-03-27T13:00:00Z");
        Slot tillTheWeekend = new Slot(friday, friday.plus(Duration.ofHours(6)));

        assertThat(new Slots(RULE, OFFICE, List.of(tillTheWeekend), friday)
                        .first()
                        .get(0)
                        .start())
                .isEqualTo("2026-03-30T07:00:00Z");
    }

    @Provide
    Arbitrary<List<Slot>> calendars() {
        return Combinators.combine(
                        Arbitraries.integers().between(-600, 14_000),
                        Arbitraries.integers().between(1, 900))
                .as((start, length) ->
                        new Slot(NOW.plus(Duration.ofMinutes(start)), NOW.plus(Duration.ofMinutes(start + length))))
                .list()
                .ofMaxSize(25);
    }
}
