package dev.parley.hours;

import dev.parley.mapping.Hours;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The working hours of the calendars of {@code hours.yaml}, by name. Safe for many threads. */
public final class Calendars {
    private final Hours hours;
    private final Map<String, WorkingHours> made = new ConcurrentHashMap<>();

    /** @param hours as a set of mapping files has them */
    public Calendars(Hours hours) {
        this.hours = hours;
    }

    /**
     * The working hours of a calendar.
     *
     * @param name as the file has it, or {@code always}
     * @throws IllegalArgumentException if there is no such calendar; {@code mappings check} says so beforehand
     */
    public WorkingHours of(String name) {
        return made.computeIfAbsent(
                name,
                wanted -> new WorkingHours(hours.calendar(wanted)
                        .orElseThrow(
                                () -> new IllegalArgumentException("hours.yaml has no calendar '" + wanted + "'"))));
    }
}
