package dev.parley.sandbox.pages;

import static j2html.TagCreator.time;

import j2html.tags.specialized.TimeTag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times for people, in UTC and in the calendar they live by, with the exact form for programs beside. */
record Times(Locale locale) {
    TimeTag of(Instant moment) {
        LocalDateTime at = LocalDateTime.ofInstant(moment, ZoneOffset.UTC);
        String comma = isIn("fa") ? "، " : isIn("zh") ? " " : ", ";
        return time(day(at.toLocalDate()) + comma + formatter("HH:mm").format(at) + " UTC")
                .attr("datetime", moment.toString());
    }

    TimeTag of(LocalDate day) {
        return time(day(day)).attr("datetime", day.toString());
    }

    private String day(LocalDate day) {
        if (isIn("fa")) {
            return SolarHijri.of(day).in(locale);
        }
        String pattern =
                switch (locale.getLanguage()) {
                    case "zh" -> "uuuu年M月d日";
                    case "de" -> "d. MMM uuuu";
                    default -> "d MMM uuuu";
                };
        return formatter(pattern).format(day);
    }

    private boolean isIn(String language) {
        return locale.getLanguage().equals(language);
    }

    private DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).localizedBy(locale);
    }
}
