package dev.parley.channel.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Duration;

/**
 * When an event is. Times that name no zone, and whole days, count in UTC: the mail does not say whose they are.
 *
 * @param event as the library has read it
 */
record EventTimes(VEvent event) {

    private static final DateTimeFormatter BASIC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Null if it is not said. */
    Instant start() {
        return temporal(Property.DTSTART).map(EventTimes::instant).orElse(null);
    }

    /** DTEND, else by DURATION, else as RFC 5545 section 3.6.1 has it: a day for a date, no time at all for a time. */
    Instant end() {
        Optional<Temporal> end = temporal(Property.DTEND);
        if (end.isPresent()) {
            return instant(end.get());
        }
        return temporal(Property.DTSTART)
                .map(start -> instant(start.plus(duration(start))))
                .orElse(null);
    }

    private TemporalAmount duration(Temporal start) {
        TemporalAmount otherwise = start instanceof LocalDate ? java.time.Period.ofDays(1) : java.time.Duration.ZERO;
        return event.<Duration>getProperty(Property.DURATION)
                .map(Duration::getDuration)
                .orElse(otherwise);
    }

    /** The IANA name of the start's zone, or null where it has none. */
    String zone() {
        return event.getProperty(Property.DTSTART)
                .flatMap(start -> start.<Parameter>getParameter(Parameter.TZID))
                .map(Parameter::getValue)
                .filter(ZoneId.getAvailableZoneIds()::contains)
                .orElse(null);
    }

    /** Which event of its series it is, or null. */
    String recurrenceId() {
        return temporal(Property.RECURRENCE_ID)
                .map(id -> BASIC.format(instant(id)))
                .orElse(null);
    }

    private Optional<Temporal> temporal(String property) {
        return event.<DateProperty<Temporal>>getProperty(property).map(DateProperty::getDate);
    }

    private static Instant instant(Temporal temporal) {
        if (temporal instanceof LocalDate day) {
            return day.atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        return temporal instanceof LocalDateTime floating ? floating.toInstant(ZoneOffset.UTC) : Instant.from(temporal);
    }
}
