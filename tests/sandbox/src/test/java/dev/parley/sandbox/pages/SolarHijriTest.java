package dev.parley.sandbox.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SolarHijriTest {

    /** The ends of common and of long years, those that come after four years and those that come after five. */
    @ParameterizedTest
    @CsvSource({
        "1900-03-21, 1279, 1, 1",
        "2024-03-19, 1402, 12, 29",
        "2024-03-20, 1403, 1, 1",
        "2025-03-20, 1403, 12, 30",
        "2025-03-21, 1404, 1, 1",
        "2029-03-20, 1408, 1, 1",
        "2026-09-22, 1405, 6, 31",
        "2026-09-23, 1405, 7, 1",
        "2026-12-23, 1405, 10, 2",
        "2099-12-31, 1478, 10, 11"
    })
    void aDayOfOurCalendarIsADayOfIrans(LocalDate ours, int year, int month, int day) {
        assertThat(SolarHijri.of(ours)).isEqualTo(new SolarHijri(year, month, day));
    }
}
