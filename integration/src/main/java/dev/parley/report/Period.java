package dev.parley.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * What a report is about.
 *
 * @param since what was said earlier is left out
 * @param until what was said then or later is left out too
 */
record Period(Instant since, Instant until) {

    /** All that was said since then. */
    static Period since(Instant since) {
        return new Period(since, Instant.MAX);
    }

    /**
     * From the start of the week in which that time lies to the start of the running one: of two reports whose ends
     * could be moved by a minute the difference would be one conversation's figures, and so one agent's.
     */
    static Period wholeWeeks(Instant since, Instant now) {
        return new Period(startOfWeek(since), startOfWeek(now));
    }

    boolean holds(Instant at) {
        return !at.isBefore(since) && at.isBefore(until);
    }

    /** As ISO 8601 has weeks, in UTC. */
    static Instant startOfWeek(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }
}
