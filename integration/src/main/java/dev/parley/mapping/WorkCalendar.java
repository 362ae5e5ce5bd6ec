package dev.parley.mapping;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * When somebody works, as {@code hours.yaml} says.
 *
 * @param zone of all hours and days
 * @param week the openings of each day of the week; a day that is not there is free
 * @param country whose public holidays are free (ISO 3166-1, small letters), or null
 * @param region part of the country as the holidays' library names it, or null
 * @param holidays further free days
 * @param exceptions days unlike the others, with their openings; they come before all else
 */
public record WorkCalendar(
        ZoneId zone,
        Map<DayOfWeek, List<Opening>> week,
        String country,
        String region,
        Set<LocalDate> holidays,
        Map<LocalDate, List<Opening>> exceptions) {

    /** The name of the calendar that never closes. */
    public static final String ALWAYS = "always";

    /** The calendar that never closes. */
    static final WorkCalendar OPEN_ALWAYS = new WorkCalendar(
            ZoneOffset.UTC,
            Arrays.stream(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            Function.identity(), day -> List.of(new Opening(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))),
            null,
            null,
            Set.of(),
            Map.of());

    public WorkCalendar {
        week = Map.copyOf(week);
        holidays = Set.copyOf(holidays);
        exceptions = Map.copyOf(exceptions);
    }

    /**
     * From when till when, by the clock.
     *
     * @param to the end, on the next day if it is not after the beginning
     */
    public record Opening(LocalTime from, LocalTime to) {

        /** Whether it goes on after midnight; one that ends at midnight does not. */
        boolean overnight() {
            return !to.isAfter(from) && !to.equals(LocalTime.MIDNIGHT);
        }
    }
}
