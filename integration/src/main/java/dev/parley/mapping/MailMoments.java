package dev.parley.mapping;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Optional;

/**
 * Reads the dates and times of a mail by the formats of a file, the first that fits.
 *
 * @param dates formats of when a conversation began and ended
 * @param times formats of when a message was written
 * @param zone of what names no zone itself
 */
record MailMoments(List<DateTimeFormatter> dates, List<DateTimeFormatter> times, ZoneId zone) {

    /** A clock that goes back this far, and more, has passed midnight; less is the end of summer time, or disorder. */
    private static final Duration BACKWARD = Duration.ofHours(1);

    MailMoments in(ZoneId other) {
        return new MailMoments(dates, times, other);
    }

    /** Empty if no format fits, or the text has no date. */
    Optional<ZonedDateTime> date(String text) {
        return read(dates, text).flatMap(found -> {
            LocalDate day = found.query(TemporalQueries.localDate());
            return Optional.ofNullable(day).map(date -> at(found, date));
        });
    }

    /**
     * When a message was written; empty if no format fits.
     *
     * @param before the message before it, which says the day where the text does not
     */
    Optional<ZonedDateTime> time(String text, ZonedDateTime before) {
        return read(times, text).map(found -> {
            LocalDate day = found.query(TemporalQueries.localDate());
            return day == null ? after(before, at(found, before.toLocalDate())) : at(found, day);
        });
    }

    private static ZonedDateTime after(ZonedDateTime before, ZonedDateTime found) {
        boolean nextDay = Duration.between(found, before).compareTo(BACKWARD) > 0;
        return nextDay ? found.plusDays(1) : found;
    }

    private ZonedDateTime at(TemporalAccessor found, LocalDate day) {
        LocalTime time = found.query(TemporalQueries.localTime());
        ZoneId named = found.query(TemporalQueries.zone());
        return ZonedDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time, named == null ? zone : named)
                .withZoneSameInstant(zone);
    }

    /** The moment of an instant in the file's zone. */
    ZonedDateTime of(Instant instant) {
        return instant.atZone(zone);
    }

    private static Optional<TemporalAccessor> read(List<DateTimeFormatter> formats, String text) {
        for (DateTimeFormatter format : formats) {
            try {
                return Optional.of(format.parse(text.strip()));
            } catch (DateTimeException e) {
                // The next one may fit.
            }
        }
        return Optional.empty();
    }
}
