package dev.parley.sandbox.pages;

import static j2html.TagCreator.time;

import j2html.tags.specialized.TimeTag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times for people, in UTC, with the exact form for programs beside. */
final class Times {
    private static final DateTimeFormatter MOMENT = formatter("d MMM uuuu, HH:mm 'UTC'");
    private static final DateTimeFormatter DAY = formatter("d MMM uuuu");

    private Times() {}

    static TimeTag of(Instant moment) {
        return time(MOMENT.format(moment)).attr("datetime", moment.toString());
    }

    static TimeTag of(LocalDate day) {
        return time(DAY.format(day)).attr("datetime", day.toString());
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
