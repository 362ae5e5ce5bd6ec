package dev.parley.hours;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.mapping.MappingFiles;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a seller's calendar says about a chat at night, on a holiday, or on the night when the clocks change. */
class WorkingHoursTest {

    private static final String CALENDARS =
            """
            calendars:
              stockholm:
                timezone: Europe/Stockholm
                week:
                  monday: [08:00-12:00, 13:00-17:00]
                  tuesday: 08:00-17:00
                  wednesday: 08:00-17:00
                  thursday: 08:00-17:00
                  friday: 08:00-15:00
                holidays: { country: SE, dates: [2026-12-31] }
                exceptions: { 2026-06-19: 08:00-12:00, 2026-05-15: closed }
              night:
                timezone: Europe/Berlin
                week: { saturday: 22:00-06:00, sunday: 22:00-06:00 }
                exceptions: { 2026-10-26: 00:00-24:00 }
              gap:
                timezone: Europe/Berlin
                week: { sunday: 02:15-02:45 }
            """;

    private final Calendars calendars = new Calendars(load().hours());
    private final WorkingHours stockholm = calendars.of("stockholm");
    private final WorkingHours night = calendars.of("night");

    @Test
    void lunchIsNoWorkingTime() {
        assertThat(stockholm.isOpen(at("2026-06-01T11:59:59+02:00"))).isTrue();
        assertThat(stockholm.isOpen(at("2026-06-01T12:00:00+02:00"))).isFalse();
        assertThat(stockholm.nextOpening(at("2026-06-01T12:00:00+02:00"))).isEqualTo(at("2026-06-01T13:00:00+02:00"));
    }

    @Test
    void fiveMinutesBeforeTheWeekendGoOnAfterIt() {
        assertThat(stockholm.plus(at("2026-06-05T14:58:00+02:00"), Duration.ofMinutes(5)))
                .isEqualTo(at("2026-06-08T08:03:00+02:00"));
    }

    @Test
    void publicHolidaysAreKnownByTheirRules() {
        assertThat(stockholm.isOpen(at("2026-04-06T10:00:00+02:00")))
                .as("Easter Monday")
                .isFalse();
        assertThat(stockholm.isOpen(at("2026-04-07T10:00:00+02:00"))).isTrue();
        assertThat(stockholm.isOpen(at("2026-12-31T10:00:00+01:00"))).isFalse();
    }

    @Test
    void anExceptionComesBeforeTheWeekAndTheHolidays() {
        assertThat(stockholm.isOpen(at("2026-05-15T10:00:00+02:00"))).isFalse();
        assertThat(stockholm.isOpen(at("2026-06-19T10:00:00+02:00"))).isTrue();
        assertThat(stockholm.isOpen(at("2026-06-19T14:00:00+02:00"))).isFalse();
    }

    @Test
    void theNightOfTheChangeToWinterIsAnHourLonger() {
        Instant opens = at("2026-10-24T22:00:00+02:00");

        assertThat(night.workingTimeBetween(opens, at("2026-10-25T12:00:00+01:00")))
                .isEqualTo(Duration.ofHours(9));
        assertThat(night.plus(opens, Duration.ofHours(9))).isEqualTo(at("2026-10-25T06:00:00+01:00"));
    }

    @Test
    void theNightOfTheChangeToSummerIsAnHourShorter() {
        assertThat(night.workingTimeBetween(at("2026-03-28T20:00:00+01:00"), at("2026-03-29T12:00:00+02:00")))
                .isEqualTo(Duration.ofHours(7));
    }

    @Test
    void workingTimeThatTheClocksLeaveOutIsNone() {
        WorkingHours gap = calendars.of("gap");

        assertThat(gap.nextOpening(at("2026-03-28T12:00:00+01:00"))).isEqualTo(at("2026-04-05T02:15:00+02:00"));
    }

    @Test
    void aNightThatAnotherOpeningOverlapsCountsOnce() {
        assertThat(night.workingTimeBetween(at("2026-10-25T20:00:00+01:00"), at("2026-10-27T12:00:00+01:00")))
                .isEqualTo(Duration.ofHours(26));
    }

    @Test
    void alwaysNeedsNoFile() {
        WorkingHours always = new Calendars(dev.parley.mapping.Hours.NONE).of("always");

        assertThat(always.isOpen(at("2026-12-25T03:00:00Z"))).isTrue();
        assertThat(always.plus(at("2026-12-25T23:58:00Z"), Duration.ofMinutes(5)))
                .isEqualTo(at("2026-12-26T00:03:00Z"));
        assertThatThrownBy(() -> calendars.of("allways")).hasMessage("hours.yaml has no calendar 'allways'");
    }

    static dev.parley.mapping.MappingSet load() {
        return MappingFiles.load(
                        Map.of(
                                "hours.yaml",
                                CALENDARS,
                                "salesforce/a.yaml",
                                "{sobject: A__c, externalId: B__c, key: conversation.externalId, fields: {C__c: conversation.source}}"))
                .orThrow();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }
}
