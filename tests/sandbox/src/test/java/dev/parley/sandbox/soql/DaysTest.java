package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the names of ranges of days mean on Monday, 23 November 2026. */
class DaysTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest(name = "{0}:{1} is {2} until {3}")
    @CsvSource({
        "TODAY, 1, 2026-11-23, 2026-11-24",
        "YESTERDAY, 1, 2026-11-22, 2026-11-23",
        "TOMORROW, 1, 2026-11-24, 2026-11-25",
        "LAST_90_DAYS, 1, 2026-08-25, 2026-11-24",
        "NEXT_90_DAYS, 1, 2026-11-24, 2027-02-22",
        "LAST_N_DAYS, 3, 2026-11-20, 2026-11-24",
        "NEXT_N_DAYS, 3, 2026-11-24, 2026-11-27",
        "N_DAYS_AGO, 3, 2026-11-20, 2026-11-21",
        "THIS_WEEK, 1, 2026-11-22, 2026-11-29",
        "LAST_WEEK, 1, 2026-11-15, 2026-11-22",
        "NEXT_WEEK, 1, 2026-11-29, 2026-12-06",
        "LAST_N_WEEKS, 2, 2026-11-08, 2026-11-22",
        "N_WEEKS_AGO, 2, 2026-11-08, 2026-11-15",
        "NEXT_N_WEEKS, 2, 2026-11-29, 2026-12-13",
        "THIS_MONTH, 1, 2026-11-01, 2026-12-01",
        "LAST_N_MONTHS, 12, 2025-11-01, 2026-11-01",
        "NEXT_N_MONTHS, 2, 2026-12-01, 2027-02-01",
        "THIS_QUARTER, 1, 2026-10-01, 2027-01-01",
        "LAST_QUARTER, 1, 2026-07-01, 2026-10-01",
        "NEXT_N_QUARTERS, 2, 2027-01-01, 2027-07-01",
        "N_FISCAL_QUARTERS_AGO, 1, 2026-07-01, 2026-10-01",
        "THIS_FISCAL_QUARTER, 1, 2026-10-01, 2027-01-01",
        "THIS_YEAR, 1, 2026-01-01, 2027-01-01",
        "NEXT_YEAR, 1, 2027-01-01, 2028-01-01",
        "LAST_N_FISCAL_YEARS, 3, 2023-01-01, 2026-01-01",
        "N_YEARS_AGO, 2, 2024-01-01, 2025-01-01",
    })
    void aNameMeansThoseDays(String name, int count, LocalDate from, LocalDate until) {
        assertThat(Days.named(new Literal.DateRange(name, count), MONDAY)).isEqualTo(new Days(from, until));
    }
}
