package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.WorkCalendar.Opening;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads {@code hours.yaml} once it was held against its schema, and says what the schema cannot. */
final class HoursReader {
    private final YamlFile file;
    private final Consumer<Finding> findings;
    private final TimeReader times;

    HoursReader(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
        this.times = new TimeReader(file, findings);
    }

    Hours read() {
        Map<String, WorkCalendar> calendars = new TreeMap<>();
        file.content().path("calendars").properties().forEach(calendar -> {
            String at = YamlFile.child("/calendars", calendar.getKey());
            if (calendar.getKey().equals(WorkCalendar.ALWAYS)) {
                error(file.place(at), "same-name", "'always' is there without being written: use another name");
            } else {
                calendars.put(calendar.getKey(), calendar(at, calendar.getValue()));
            }
        });
        return new Hours(calendars);
    }

    private WorkCalendar calendar(String at, JsonNode node) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = day.name().toLowerCase(Locale.ROOT);
            if (node.path("week").has(name)) {
                week.put(day, openings(at + "/week/" + name));
            }
        }
        HolidayCodes codes = new HolidayCodes(file, at + "/holidays", findings);
        return new WorkCalendar(
                times.zone(at + "/timezone"),
                week,
                codes.country(),
                codes.region(),
                holidays(at + "/holidays/dates", node.path("holidays").path("dates")),
                exceptions(at + "/exceptions", node.path("exceptions")));
    }

    private Set<LocalDate> holidays(String at, JsonNode dates) {
        Set<LocalDate> holidays = new HashSet<>();
        for (int i = 0; i < dates.size(); i++) {
            times.date(at + "/" + i).ifPresent(holidays::add);
        }
        return holidays;
    }

    private Map<LocalDate, List<Opening>> exceptions(String at, JsonNode days) {
        Map<LocalDate, List<Opening>> exceptions = new TreeMap<>();
        days.properties().forEach(day -> {
            String place = YamlFile.child(at, day.getKey());
            times.date(file.place(place), day.getKey()).ifPresent(date -> exceptions.put(date, openings(place)));
        });
        return exceptions;
    }

    private List<Opening> openings(String at) {
        JsonNode node = file.content().at(at);
        List<Opening> openings = new ArrayList<>();
        for (int i = 0; i < (node.isArray() ? node.size() : 1); i++) {
            String place = node.isArray() ? at + "/" + i : at;
            opening(file.content().at(place).asText()).ifPresent(opening -> add(place, opening, openings));
        }
        return List.copyOf(openings);
    }

    private void add(String at, Opening opening, List<Opening> openings) {
        boolean clear = openings.isEmpty() || clear(openings.get(openings.size() - 1), opening);
        if (!clear) {
            error(
                    file.valuePlace(at),
                    "contradiction",
                    "the openings of a day follow each other: this one begins before the one above it ends");
        }
        openings.add(opening);
    }

    private static boolean clear(Opening before, Opening after) {
        boolean tillMidnight = before.overnight() || before.to().equals(LocalTime.MIDNIGHT);
        return !tillMidnight && !after.from().isBefore(before.to());
    }

    private static Optional<Opening> opening(String text) {
        try {
            String[] ends = text.split("-", 2);
            LocalTime to = ends[1].equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(ends[1]);
            return Optional.of(new Opening(LocalTime.parse(ends[0]), to));
        } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
            // 'closed', or what the schema has told already.
            return Optional.empty();
        }
    }

    private void error(Place place, String rule, String what) {
        findings.accept(Finding.error(place, rule, what));
    }
}
