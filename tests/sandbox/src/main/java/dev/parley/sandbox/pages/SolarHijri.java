package dev.parley.sandbox.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * A day of Iran's calendar, of which java.time has none. The years of 366 days come by the cycle of 33 years, which is
 * right from 1279 to 1478 (1900 to 2099).
 */
record SolarHijri(int year, int month, int day) {
    private static final List<String> MONTHS = List.of(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");
    private static final int BEFORE_OURS = 621;
    /** The first six months have 31 days each. */
    private static final int FIRST_HALF = 6 * 31;

    static SolarHijri of(LocalDate date) {
        int year = date.getYear() - BEFORE_OURS;
        if (date.toEpochDay() < newYear(year)) {
            year--;
        }
        int days = (int) (date.toEpochDay() - newYear(year));
        return days < FIRST_HALF
                ? new SolarHijri(year, days / 31 + 1, days % 31 + 1)
                : new SolarHijri(year, (days - FIRST_HALF) / 30 + 7, (days - FIRST_HALF) % 30 + 1);
    }

    /** The day that the year begins with, counted as {@link LocalDate#toEpochDay}. */
    private static long newYear(int year) {
        return 365L * year + Math.floorDiv(8 * year + 21, 33) - 492_633;
    }

    /** The day as people of a locale write it, in its digits. */
    String in(Locale locale) {
        return String.format(locale, "%d %s %d", day, MONTHS.get(month - 1), year);
    }
}
