package dev.parley.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;

/** The working times that end after a moment, one after another; no two overlap, and none is empty. */
final class Periods {
    private final WorkDays days;
    private final int mostDaysOff;
    private LocalDate day;
    private Iterator<Period> ofDay = List.<Period>of().iterator();
    private Instant over;
    private Instant told = Instant.MIN;

    /** @param after what ends by then is over */
    Periods(WorkDays days, Instant after, int mostDaysOff) {
        this.days = days;
        this.mostDaysOff = mostDaysOff;
        this.over = after;
        // An opening of the day before may go on after midnight.
        this.day = days.on(after).minusDays(1);
    }

    /** @throws IllegalStateException if there is none for too long */
    Period next() {
        LocalDate last = day.plusDays(mostDaysOff);
        while (day.isBefore(last)) {
            while (ofDay.hasNext()) {
                Period next = ofDay.next();
                if (next.to().isAfter(over) && !next.isEmpty()) {
                    return fresh(next);
                }
            }
            ofDay = days.periods(day).iterator();
            day = day.plusDays(1);
        }
        throw new IllegalStateException("the calendar is closed for " + mostDaysOff + " days on end");
    }

    /** Without what was told already: an exception may begin while the opening of the night before goes on. */
    private Period fresh(Period next) {
        Period fresh = next.within(told, next.to());
        over = next.to();
        told = over;
        return fresh;
    }
}
