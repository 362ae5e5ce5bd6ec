package dev.parley.hours;

import dev.parley.mapping.WorkCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * When somebody works. Working time is counted as it passes: the hour that a change of clocks leaves out is none, and
 * the hour that comes twice is two. Immutable, safe for many threads.
 */
public final class WorkingHours {
    /** Nobody rests longer: so far ahead is looked for the next opening. */
    private static final int MOST_DAYS_OFF = 1_000;

    private static final long MOST_DAYS = 36_525;

    private final WorkDays days;

    /** @param calendar with at least one opening in its week, as its schema demands */
    public WorkingHours(WorkCalendar calendar) {
        this.days = new WorkDays(calendar);
    }

    /** Whether a moment is working time; that of closing is not. */
    public boolean isOpen(Instant moment) {
        return periods(moment).next().contains(moment);
    }

    /**
     * When working time comes next: the moment itself if it is working time.
     *
     * @throws IllegalStateException if the calendar is closed for a thousand days on end
     */
    public Instant nextOpening(Instant moment) {
        Instant opens = periods(moment).next().from();
        return opens.isBefore(moment) ? moment : opens;
    }

    /**
     * The working time that passes between two moments: none if the second is not after the first.
     *
     * @throws IllegalArgumentException if they are a hundred years apart
     */
    public Duration workingTimeBetween(Instant start, Instant end) {
        if (start.until(end, ChronoUnit.DAYS) > MOST_DAYS) {
            throw new IllegalArgumentException("from " + start + " to " + end + " is more than a hundred years");
        }
        Duration sum = Duration.ZERO;
        Periods periods = periods(start);
        Instant at = start;
        while (at.isBefore(end)) {
            Period period = periods.next().within(start, end);
            sum = period.isEmpty() ? sum : sum.plus(period.length());
            at = period.to();
        }
        return sum;
    }

    /**
     * The first moment by which so much working time has passed; the moment itself for no time.
     *
     * @throws IllegalArgumentException if the time is negative, or more than a year of it
     * @throws IllegalStateException if the calendar is closed for a thousand days on end
     */
    public Instant plus(Instant moment, Duration workingTime) {
        if (workingTime.isNegative() || workingTime.toDays() > 366) {
            throw new IllegalArgumentException("working time is between none and a year, not " + workingTime);
        }
        Periods periods = periods(moment);
        Duration left = workingTime;
        Instant end = moment;
        while (!left.isZero()) {
            Period period = periods.next().within(moment, Instant.MAX);
            Duration taken = left.compareTo(period.length()) < 0 ? left : period.length();
            end = period.from().plus(taken);
            left = left.minus(taken);
        }
        return end;
    }

    /** The time zone of the calendar. */
    public ZoneId zone() {
        return days.zone();
    }

    /** The day on which a moment falls where the calendar holds. */
    public LocalDate dayOf(Instant moment) {
        return days.on(moment);
    }

    /** When a day begins where the calendar holds. */
    public Instant startOf(LocalDate day) {
        return days.begin(day);
    }

    /** The working times that end after a moment. */
    private Periods periods(Instant moment) {
        return new Periods(days, moment, MOST_DAYS_OFF);
    }
}
