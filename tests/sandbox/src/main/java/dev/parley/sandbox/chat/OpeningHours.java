package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * When somebody is there to chat: a week of openings in a time zone, written as a calendar of {@code hours.yaml} is.
 * Without a week somebody always is. Immutable.
 */
final class OpeningHours {
    /** Nobody waits longer than this to hear of the next opening. */
    private static final int DAYS_AHEAD = 8;

    private final ZoneId zone;
    private final Map<DayOfWeek, List<Opening>> week;

    private record Opening(LocalTime from, LocalTime to) {
        boolean endsNextDay() {
            return !to.isAfter(from);
        }
    }

    private OpeningHours(ZoneId zone, Map<DayOfWeek, List<Opening>> week) {
        this.zone = zone;
        this.week = week;
    }

    /**
     * Reads {@code {"timezone":"Europe/Stockholm","week":{"monday":"08:00-17:00","tuesday":["08:00-12:00","13:00-17:00"]}}}.
     *
     * @throws IllegalArgumentException that says what is wrong with it
     */
    static OpeningHours of(JsonNode calendar) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        calendar.path("week").properties().forEach(day -> week.put(day(day.getKey()), openings(day.getValue())));
        try {
            return new OpeningHours(ZoneId.of(calendar.path("timezone").asText("UTC")), week);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "timezone: '" + calendar.path("timezone").asText()
                            + "' is no time zone. Write one such as Europe/Stockholm.",
                    unknown);
        }
    }

    private static DayOfWeek day(String name) {
        try {
            return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("week: '" + name + "' is no day. Write monday to sunday.", unknown);
        }
    }

    private static List<Opening> openings(JsonNode day) {
        List<Opening> openings = new ArrayList<>();
        (day.isArray() ? day.valueStream().toList() : List.of(day)).forEach(one -> openings.add(opening(one.asText())));
        return openings;
    }

    private static Opening opening(String text) {
        int dash = text.indexOf('-');
        try {
            String to = text.substring(dash + 1).equals("24:00") ? "00:00" : text.substring(dash + 1);
            return new Opening(LocalTime.parse(text.substring(0, Math.max(0, dash))), LocalTime.parse(to));
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(
                    "week: '" + text + "' is no opening. Write it as 08:00-17:00.", malformed);
        }
    }

    /** Whether somebody is there. */
    boolean isOpen(Instant moment) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        return week.isEmpty() || holds(today, moment) || holds(today.minusDays(1), moment);
    }

    private boolean holds(LocalDate day, Instant moment) {
        return on(day).stream()
                .anyMatch(opening -> !moment.isBefore(begin(day, opening)) && moment.isBefore(end(day, opening)));
    }

    /** When that changes next; empty where it does not within a week. */
    Optional<Instant> nextChange(Instant moment) {
        boolean now = isOpen(moment);
        return edges(moment, -1, DAYS_AHEAD).tailSet(moment, false).stream()
                .filter(edge -> isOpen(edge) != now)
                .findFirst();
    }

    /** When that changed last; empty where it did not within a week. */
    Optional<Instant> lastChange(Instant moment) {
        boolean now = isOpen(moment);
        return edges(moment, -DAYS_AHEAD, 0).headSet(moment, true).descendingSet().stream()
                .filter(edge -> isOpen(edge) == now && isOpen(edge.minusNanos(1)) != now)
                .findFirst();
    }

    private TreeSet<Instant> edges(Instant moment, int from, int to) {
        LocalDate today = moment.atZone(zone).toLocalDate();
        TreeSet<Instant> edges = new TreeSet<>();
        for (int ahead = from; ahead <= to; ahead++) {
            LocalDate day = today.plusDays(ahead);
            on(day).forEach(opening -> edges.addAll(List.of(begin(day, opening), end(day, opening))));
        }
        return edges;
    }

    private List<Opening> on(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of());
    }

    private Instant begin(LocalDate day, Opening opening) {
        return day.atTime(opening.from()).atZone(zone).toInstant();
    }

    private Instant end(LocalDate day, Opening opening) {
        return (opening.endsNextDay() ? day.plusDays(1) : day)
                .atTime(opening.to())
                .atZone(zone)
                .toInstant();
    }
}
