package dev.parley.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every slip in a calendar is told at its place. */
class HoursTest {

    private static final String RECORD =
            "{sobject: A__c, externalId: B__c, key: conversation.externalId, fields: {C__c: conversation.source}}";

    @Test
    void saysAtEachPlaceWhatIsWrong() {
        Loaded loaded = hours(
                """
                calendars:
                  always: { timezone: UTC, week: { monday: 08:00-17:00 } }
                  one:
                    timezone: Europe/Stokholm
                    week: { monday: [08:00-12:00, 11:30-17:00], tusday: 08:00-17:00 }
                    holidays: { country: SW, dates: [2026-02-30] }
                  two:
                    timezone: Europe/Berlin
                    week: { monday: 8-17 }
                    holidays: { country: DE, region: bavaria }
                  three: { timezone: UTC }
                """);

        assertThat(loaded.findings())
                .extracting(Finding::toString)
                .containsExactly(
                        "hours.yaml:2:3 same-name: 'always' is there without being written: use another name.",
                        "hours.yaml:4:15 unknown-zone: 'Europe/Stokholm' is no time zone. Did you mean 'Europe/Stockholm'?",
                        "hours.yaml:5:35 contradiction: the openings of a day follow each other: this one begins before the one above it ends.",
                        "hours.yaml:5:49 unknown-key: 'tusday' is not a key of a week. Did you mean 'tuesday'?",
                        "hours.yaml:6:26 unknown-holidays: nobody knows the holidays of the country 'sw': give its holidays by 'dates'.",
                        "hours.yaml:6:38 wrong-value: the calendar has no day '2026-02-30'.",
                        "hours.yaml:9:21 wrong-value: 'monday' is '8-17', but must be like '08:00-17:00'.",
                        "hours.yaml:10:38 unknown-holidays: nobody knows the holidays of the region 'bavaria': leave it out, or give its holidays by 'dates'.",
                        "hours.yaml:11:3 missing-key: 'week' is missing: the openings of each day of the week; a day that is left out is free.");
    }

    @Test
    void aCalendarByWhichNobodyWorksIsFound() {
        String week = "{ timezone: UTC, week: { monday: 08:00-17:00 } }";
        Loaded loaded = MappingFiles.load(Map.of(
                "salesforce/a.yaml",
                RECORD,
                "hours.yaml",
                "calendars:\n  office: " + week + "\n  night: " + week + "\n  weekend: " + week + "\n",
                "routing.yaml",
                "pools: {}\nrules: []\nowners: { hours: office }\n",
                "meetings.yaml",
                "sellers: { ada: { email: ada@company.example, hours: nigth } }\nsubject: Meeting\n"));

        assertThat(loaded.findings())
                .extracting(Finding::toString)
                .filteredOn(finding -> finding.contains("calendar"))
                .containsExactly(
                        "hours.yaml:4:3 unused-calendar: (warning) nobody works by 'weekend', unless the setting"
                                + " source.{name}.hours names it.",
                        "meetings.yaml:1:54 unknown-calendar: hours.yaml has no calendar 'nigth'. Did you mean 'night'?");
    }

    @Test
    void isNotNeeded() {
        MappingSet set = MappingFiles.load(Map.of("salesforce/a.yaml", RECORD)).orThrow();

        assertThat(set.hours().names()).containsExactly("always");
    }

    @Test
    void changesTheVersionOfTheFiles() {
        assertThat(hours("calendars: { a: { timezone: UTC, week: { monday: 08:00-17:00 } } }")
                        .orThrow()
                        .version())
                .isNotEqualTo(hours("calendars: { a: { timezone: UTC, week: { monday: 08:00-16:00 } } }")
                        .orThrow()
                        .version());
    }

    private static Loaded hours(String text) {
        return MappingFiles.load(Map.of("salesforce/a.yaml", RECORD, "hours.yaml", text));
    }
}
