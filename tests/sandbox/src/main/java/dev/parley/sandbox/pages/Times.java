package dev.parley.sandbox.pages;

import static j2html.TagCreator.time;

import j2html.tags.specialized.TimeTag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times for people, in UTC, with the exact form for programs beside. */
record Times(Locale locale) {
    TimeTag of(Instant moment) {
        return time(formatter("d MMM uuuu, HH:mm 'UTC'").format(moment)).attr("datetime", moment.toString());
    }

    TimeTag of(LocalDate day) {
        return time(formatter("d MMM uuuu").format(day)).attr("datetime", day.toString());
    }

    private DateTimeFormatter formatter(String pattern) {
        String order = locale.getLanguage().equals("zh") ? pattern.replace("d MMM uuuu", "uuuu年M月d日") : pattern;
        return DateTimeFormatter.ofPattern(order).localizedBy(locale).withZone(ZoneOffset.UTC);
    }
}
