package dev.parley.sandbox.soql;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/**
 * A range of days, what {@code LAST_N_DAYS:7} and its like mean.
 *
 * @param from the first day
 * @param until the day after the last
 */
record Days(LocalDate from, LocalDate until) {
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int NINETY = 90;

    /** The units that ranges are counted in. Weeks begin on Sunday; fiscal units are those of the calendar. */
    private enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        LocalDate startOf(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate plus(LocalDate start, int units) {
            return switch (this) {
                case DAY -> start.plusDays(units);
                case WEEK -> start.plusWeeks(units);
                case MONTH -> start.plusMonths(units);
                case QUARTER -> start.plusMonths((long) units * MONTHS_OF_QUARTER);
                case YEAR -> start.plusYears(units);
            };
        }
    }

    /** The days that a name from the SOQL reference means on that day. */
    static Days named(Literal.DateRange range, LocalDate today) {
        String name = range.name();
        return switch (name) {
            case "TODAY" -> days(today, 0, 1);
            case "YESTERDAY" -> days(today, -1, 0);
            case "TOMORROW" -> days(today, 1, 2);
            case "LAST_90_DAYS" -> days(today, -NINETY, 1);
            case "NEXT_90_DAYS" -> days(today, 1, NINETY + 1);
            case "LAST_N_DAYS" -> days(today, -range.count(), 1);
            default -> units(name, range.count(), today);
        };
    }

    /** The same range as points in time. */
    Interval<Instant> in(ZoneId zone) {
        return new Interval<>(
                from.atStartOfDay(zone).toInstant(), until.atStartOfDay(zone).toInstant());
    }

    private static Days units(String name, int count, LocalDate today) {
        Unit unit = unit(name);
        LocalDate current = unit.startOf(today);
        if (name.startsWith("THIS_")) {
            return between(unit, current, 0, 1);
        } else if (name.startsWith("NEXT_")) {
            return between(unit, current, 1, count + 1);
        }
        boolean ago = name.startsWith("N_");
        return between(unit, current, -count, ago ? 1 - count : 0);
    }

    private static Unit unit(String name) {
        for (Unit unit : Unit.values()) {
            if (name.contains("_" + unit.name())) {
                return unit;
            }
        }
        throw new IllegalStateException("range of days the grammar should not know: " + name);
    }

    private static Days days(LocalDate today, int from, int until) {
        return between(Unit.DAY, today, from, until);
    }

    private static Days between(Unit unit, LocalDate current, int from, int until) {
        return new Days(unit.plus(current, from), unit.plus(current, until));
    }
}
