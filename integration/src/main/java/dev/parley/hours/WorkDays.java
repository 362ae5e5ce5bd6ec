package dev.parley.hours;

import dev.parley.mapping.WorkCalendar;
import dev.parley.mapping.WorkCalendar.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/** What a calendar says of single days. */
final class WorkDays {
    private final WorkCalendar calendar;
    private final PublicHolidays holidays;

    WorkDays(WorkCalendar calendar) {
        this.calendar = calendar;
        this.holidays = new PublicHolidays(calendar.country(), calendar.region());
    }

    ZoneId zone() {
        return calendar.zone();
    }

    /** The day on which a moment falls. */
    LocalDate on(Instant moment) {
        return moment.atZone(calendar.zone()).toLocalDate();
    }

    /** When a day begins. */
    Instant begin(LocalDate day) {
        return day.atStartOfDay(calendar.zone()).toInstant();
    }

    /** The working times that begin on a day, in their order; the last one may end on the next day. */
    List<Period> periods(LocalDate day) {
        return openings(day).stream().map(opening -> period(day, opening)).toList();
    }

    private List<Opening> openings(LocalDate day) {
        List<Opening> exception = calendar.exceptions().get(day);
        if (exception != null) {
            return exception;
        }
        boolean free = calendar.holidays().contains(day) || holidays.contains(day);
        return free ? List.of() : calendar.week().getOrDefault(day.getDayOfWeek(), List.of());
    }

    private Period period(LocalDate day, Opening opening) {
        LocalTime from = opening.from();
        LocalDate last = opening.to().isAfter(from) ? day : day.plusDays(1);
        return new Period(begins(day.atTime(from)), ends(last.atTime(opening.to())));
    }

    /** What the clock shows twice begins with the first time. */
    private Instant begins(LocalDateTime time) {
        ZoneOffsetTransition skipped = skipped(time);
        return skipped == null ? time.atZone(calendar.zone()).toInstant() : skipped.getInstant();
    }

    /** What the clock shows twice ends with the second time. */
    private Instant ends(LocalDateTime time) {
        ZoneOffsetTransition skipped = skipped(time);
        return skipped == null
                ? time.atZone(calendar.zone()).withLaterOffsetAtOverlap().toInstant()
                : skipped.getInstant();
    }

    /** The change of clocks that left out a time; null if the clock shows it. */
    private ZoneOffsetTransition skipped(LocalDateTime time) {
        ZoneOffsetTransition change = calendar.zone().getRules().getTransition(time);
        return change != null && change.isGap() ? change : null;
    }
}
