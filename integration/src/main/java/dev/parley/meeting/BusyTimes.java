package dev.parley.meeting;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.FreeBusy;
import net.fortuna.ical4j.model.property.RecurrenceId;
import net.fortuna.ical4j.model.property.Uid;

/** Reads when somebody is busy out of iCalendar objects (RFC 5545). Times without a zone count as UTC. */
final class BusyTimes {

    private BusyTimes() {}

    /** What a VFREEBUSY says; whatever is not free takes time. */
    static List<Slot> ofFreeBusy(String text, Slot range) {
        return calendar(text).getComponents(Component.VFREEBUSY).stream()
                .flatMap(component -> component.getProperties(Property.FREEBUSY).stream())
                .map(FreeBusy.class::cast)
                .filter(busy -> busy.getParameter("FBTYPE")
                        .map(type -> !type.getValue().equalsIgnoreCase("FREE"))
                        .orElse(true))
                .flatMap(busy -> busy.getIntervals().stream())
                .flatMap(interval -> slot(interval.getStart(), interval.getEnd(), range))
                .toList();
    }

    /** What events take: each occurrence in the range, but for those that were called off or keep no time. */
    static List<Slot> ofEvents(List<String> objects, Slot range) {
        return objects.stream()
                .map(BusyTimes::calendar)
                .flatMap(calendar -> occurrences(calendar, range))
                .toList();
    }

    private static Stream<Slot> occurrences(Calendar calendar, Slot range) {
        Map<String, List<VEvent>> series = calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .collect(Collectors.groupingBy(event ->
                        event.<Uid>getProperty(Property.UID).map(Uid::getValue).orElse("")));
        return series.values().stream().flatMap(events -> occurrences(events, range));
    }

    private static Stream<Slot> occurrences(List<VEvent> series, Slot range) {
        Set<Instant> replaced = new HashSet<>();
        series.forEach(event -> event.<RecurrenceId<?>>getProperty(Property.RECURRENCE_ID)
                .ifPresent(id -> replaced.add(instant(id.getDate()))));
        return series.stream().filter(BusyTimes::takesTime).flatMap(event -> {
            boolean single = event.getProperty(Property.RECURRENCE_ID).isPresent();
            return occurrences(event, range).filter(slot -> single || !replaced.contains(slot.start()));
        });
    }

    private static Stream<Slot> occurrences(VEvent event, Slot range) {
        Period<ZonedDateTime> period =
                new Period<>(range.start().atZone(ZoneOffset.UTC), range.end().atZone(ZoneOffset.UTC));
        return event.calculateRecurrenceSet(period).stream()
                .flatMap(occurrence -> slot(occurrence.getStart(), occurrence.getEnd(), range));
    }

    private static boolean takesTime(VEvent event) {
        return Stream.of("TRANSP:TRANSPARENT", "STATUS:CANCELLED")
                .map(line -> line.split(":", 2))
                .noneMatch(line -> event.getProperty(line[0])
                        .filter(property -> property.getValue().equalsIgnoreCase(line[1]))
                        .isPresent());
    }

    private static Stream<Slot> slot(Temporal start, Temporal end, Slot range) {
        Instant from = instant(start);
        Instant to = instant(end);
        return from.isBefore(to) ? Stream.of(new Slot(from, to)).filter(range::overlaps) : Stream.empty();
    }

    private static Instant instant(Temporal time) {
        if (time instanceof Instant instant) {
            return instant;
        } else if (time instanceof ZonedDateTime zoned) {
            return zoned.toInstant();
        } else if (time instanceof OffsetDateTime offset) {
            return offset.toInstant();
        } else if (time instanceof LocalDateTime local) {
            return local.toInstant(ZoneOffset.UTC);
        }
        return LocalDate.from(time).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** When a single event is; empty if it says nothing that can be so. */
    static Optional<Slot> slot(VEvent event) {
        Optional<Instant> start = event.<DtStart<?>>getProperty(Property.DTSTART)
                .map(DtStart::getDate)
                .map(BusyTimes::instant);
        Optional<Instant> end = event.getEndDate(true).map(DtEnd::getDate).map(BusyTimes::instant);
        return start.isPresent() && end.filter(start.get()::isBefore).isPresent()
                ? Optional.of(new Slot(start.get(), end.get()))
                : Optional.empty();
    }

    /** @throws CalendarTrouble if it is none */
    static Calendar calendar(String text) {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException | RuntimeException e) {
            throw new CalendarTrouble("the calendar holds what is no iCalendar", e);
        }
    }
}
