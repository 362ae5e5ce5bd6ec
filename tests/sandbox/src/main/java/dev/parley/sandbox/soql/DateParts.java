package dev.parley.sandbox.soql;

import dev.parley.sandbox.schema.FieldType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;

/**
 * Takes parts of dates. A date and time counts as UTC unless {@code convertTimezone} brings it to the org's time zone,
 * which is UTC here. The fiscal year is the calendar year.
 */
record DateParts(Function function, ZoneId zone) {
    private static final int DAYS_OF_WEEK = 7;

    /** The type of what is taken. */
    FieldType type() {
        return function == Function.DAY_ONLY ? FieldType.DATE : FieldType.INT;
    }

    /** The part of a {@link LocalDate} or {@link Instant}; null of null. */
    Object of(Object value) {
        if (value == null) {
            return null;
        }
        if (function == Function.HOUR_IN_DAY) {
            return value instanceof Instant instant ? instant.atZone(zone).getHour() : 0;
        }
        return ofDay(value instanceof Instant instant ? LocalDate.ofInstant(instant, zone) : (LocalDate) value);
    }

    private Object ofDay(LocalDate day) {
        return switch (function) {
            case CALENDAR_YEAR, FISCAL_YEAR -> day.getYear();
            case CALENDAR_QUARTER, FISCAL_QUARTER -> day.get(IsoFields.QUARTER_OF_YEAR);
            case CALENDAR_MONTH, FISCAL_MONTH -> day.getMonthValue();
            case DAY_IN_MONTH -> day.getDayOfMonth();
            case DAY_IN_YEAR -> day.getDayOfYear();
            case DAY_IN_WEEK -> day.get(ChronoField.DAY_OF_WEEK) % DAYS_OF_WEEK + 1;
            case WEEK_IN_MONTH -> (day.getDayOfMonth() - 1) / DAYS_OF_WEEK + 1;
            case WEEK_IN_YEAR -> (day.getDayOfYear() - 1) / DAYS_OF_WEEK + 1;
            case DAY_ONLY -> day;
            default -> throw new IllegalStateException(function + " takes no part of a date");
        };
    }
}
