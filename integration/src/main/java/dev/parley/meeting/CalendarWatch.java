package dev.parley.meeting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which sellers' calendars are in use just now, and which do not work. A calendar is asked for one visitor at a time, and
 * left alone for a while once it failed: whoever waits for it holds up nobody who waits for another.
 */
public final class CalendarWatch {

    /** After a failure, before it is asked again. */
    static final Duration AGAIN = Duration.ofSeconds(30);

    /** Where nobody has asked for so long, nobody knows whether it works. */
    private static final Duration KNOWN = Duration.ofMinutes(10);

    private final Clock clock;
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();
    private final Map<String, Failure> failures = new ConcurrentHashMap<>();

    private record Failure(Instant at, String why) {}

    /**
     * Nothing is known yet.
     *
     * @param meters gets {@code parley.calendars.down}
     */
    public CalendarWatch(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        Gauge.builder("parley.calendars.down", this, CalendarWatch::down)
                .description("Sellers' calendars that cannot be used, so that visitors wait for an answer")
                .register(meters);
    }

    /** Takes a seller's calendar into use; false while another has it. */
    boolean enter(String seller) {
        return inUse.add(seller);
    }

    void leave(String seller) {
        inUse.remove(seller);
    }

    /** Why it failed just now; empty where it may be asked. */
    Optional<String> resting(String seller) {
        return Optional.ofNullable(failures.get(seller))
                .filter(failure -> clock.instant().isBefore(failure.at().plus(AGAIN)))
                .map(Failure::why);
    }

    void failed(String seller, String why) {
        failures.put(seller, new Failure(clock.instant(), why));
    }

    void works(String seller) {
        failures.remove(seller);
    }

    /** Whose calendars cannot be used, and why; empty if all can, as far as is known. */
    public Optional<String> trouble() {
        forget();
        return failures.entrySet().stream()
                .map(failure -> "seller '" + failure.getKey() + "': "
                        + failure.getValue().why())
                .sorted()
                .reduce((one, other) -> one + "; " + other);
    }

    private double down() {
        forget();
        return failures.size();
    }

    private void forget() {
        Instant since = clock.instant().minus(KNOWN);
        failures.values().removeIf(failure -> failure.at().isBefore(since));
    }
}
