package dev.parley.qualification;

import com.google.re2j.Matcher;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All ways of a language to name a day, the most exact first. */
final class DatePatterns {

    private final DateWords words;
    private final List<DatePattern> patterns = new ArrayList<>();

    private DatePatterns(DateWords words) {
        this.words = words;
    }

    static List<DatePattern> of(DateWords words) {
        DatePatterns all = new DatePatterns(words);
        all.numbers();
        all.months();
        all.spans();
        all.ends();
        all.days();
        return List.copyOf(all.patterns);
    }

    private void add(String expression, DatePattern.Meaning day) {
        patterns.add(DatePattern.of(words, expression, day));
    }

    private void numbers() {
        add(
                "(\\d{4})-(\\d{2})-(\\d{2})",
                (found, written) -> Optional.of(LocalDate.of(group(found, 1), group(found, 2), group(found, 3))));
        // With points the day comes first; with strokes nobody knows, unless it cannot be a month.
        add(
                "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})",
                (found, written) -> Optional.of(LocalDate.of(group(found, 3), group(found, 2), group(found, 1))));
        add("(\\d{1,2})/(\\d{1,2})/(\\d{4})", (found, written) -> strokes(found));
        if (!words.parted()) {
            add(
                    "(\\d{1,2})月(\\d{1,2})[日号]",
                    (found, written) -> Optional.of(coming(written, group(found, 1), group(found, 2))));
            add("(\\d{1,2})月底", (found, written) -> Optional.of(endOfMonth(coming(written, group(found, 1), 1))));
        }
    }

    private static Optional<LocalDate> strokes(Matcher found) {
        int one = group(found, 1);
        int other = group(found, 2);
        if (one <= 12 && other <= 12 && one != other) {
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(group(found, 3), one > 12 ? other : one, one > 12 ? one : other));
    }

    private void months() {
        String month = "(?P<month>" + DateWords.any(words.months().keySet()) + ")";
        String year = "(?:,? (?P<year>\\d{4}))?";
        if (words.parted()) {
            add(
                    words.any("end") + " " + month + year,
                    (found, written) -> Optional.of(endOfMonth(inMonth(found, written, 1))));
            add("(?P<day>\\d{1,2})(?:st|nd|rd|th|\\.|:e)?(?: of)? " + month + year, this::dayOfMonth);
            add(month + " (?P<day>\\d{1,2})(?:st|nd|rd|th)?" + year, this::dayOfMonth);
        }
    }

    private Optional<LocalDate> dayOfMonth(Matcher found, LocalDate written) {
        return Optional.of(inMonth(found, written, Integer.parseInt(found.group("day"))));
    }

    private LocalDate inMonth(Matcher found, LocalDate written, int day) {
        int month = words.months().get(found.group("month"));
        String year = found.group("year");
        return year == null ? coming(written, month, day) : LocalDate.of(Integer.parseInt(year), month, day);
    }

    private void spans() {
        String number = "(?P<number>\\d{1,3}|" + words.any("numbers") + ")";
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.WEEKS, ChronoUnit.MONTHS)) {
            String name = words.any(unit.name().toLowerCase(Locale.ROOT));
            String span = words.parted()
                    ? words.any("in") + " " + number + " " + name
                    : number + name + "(?:之内|以内|内|后|之后|以后)";
            add(span, (found, written) -> words.number(found.group("number")).map(count -> written.plus(count, unit)));
        }
    }

    private void ends() {
        add(words.any("endOfNextMonth"), (found, written) -> Optional.of(endOfMonth(written.plusMonths(1))));
        add(words.any("endOfMonth"), (found, written) -> Optional.of(endOfMonth(written)));
        add(words.any("endOfYear"), (found, written) -> Optional.of(written.with(TemporalAdjusters.lastDayOfYear())));
        add(
                words.any("endOfQuarter"),
                (found, written) -> Optional.of(
                        endOfMonth(written.withDayOfMonth(1).plusMonths(2 - (written.getMonthValue() - 1) % 3))));
    }

    private void days() {
        String weekday = "(?P<weekday>" + DateWords.any(words.weekdays().keySet()) + ")";
        if (!words.parted()) {
            add(
                    "下" + weekday,
                    (found, written) -> Optional.of(monday(written)
                            .plusWeeks(1)
                            .plusDays(words.weekdays().get(found.group("weekday")) - 1)));
        }
        add(
                weekday,
                (found, written) -> Optional.of(written.with(
                        TemporalAdjusters.next(DayOfWeek.of(words.weekdays().get(found.group("weekday")))))));
        for (int days = 2; days >= 0; days--) {
            int ahead = days;
            add(words.any(String.valueOf(days)), (found, written) -> Optional.of(written.plusDays(ahead)));
        }
        add(
                words.any("nextWeek"),
                (found, written) -> Optional.of(monday(written).plusWeeks(1)));
        add(
                words.any("thisWeek"),
                (found, written) -> Optional.of(monday(written).plusDays(4)));
        add(
                words.any("nextMonth"),
                (found, written) -> Optional.of(written.plusMonths(1).withDayOfMonth(1)));
        add(words.any("thisMonth"), (found, written) -> Optional.of(endOfMonth(written)));
    }

    private static int group(Matcher found, int number) {
        return Integer.parseInt(found.group(number));
    }

    /** The next such day, that one itself included. */
    private static LocalDate coming(LocalDate written, int month, int day) {
        LocalDate thisYear = LocalDate.of(written.getYear(), month, day);
        return thisYear.isBefore(written.minusMonths(1)) ? thisYear.plusYears(1) : thisYear;
    }

    private static LocalDate endOfMonth(LocalDate day) {
        return day.with(TemporalAdjusters.lastDayOfMonth());
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
