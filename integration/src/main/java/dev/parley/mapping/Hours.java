package dev.parley.mapping;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The calendars of {@code hours.yaml} by name; {@link WorkCalendar#ALWAYS} is one of them without the file. */
public final class Hours {
    /** Where there is no such file. */
    public static final Hours NONE = new Hours(Map.of());

    private final Map<String, WorkCalendar> calendars;

    Hours(Map<String, WorkCalendar> calendars) {
        this.calendars = new TreeMap<>(calendars);
        this.calendars.put(WorkCalendar.ALWAYS, WorkCalendar.OPEN_ALWAYS);
    }

    /** The calendar of this name. */
    public Optional<WorkCalendar> calendar(String name) {
        return Optional.ofNullable(calendars.get(name));
    }

    /** All names. */
    public Set<String> names() {
        return Set.copyOf(calendars.keySet());
    }
}
