package dev.parley.sandbox.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Results that are read page by page. Only the latest are kept: an older locator is no longer valid. */
final class Cursors {
    private static final int KEPT = 50;

    private final AtomicLong last = new AtomicLong();
    private final Map<String, Position> positions = new LinkedHashMap<>();

    /**
     * A place in a result.
     *
     * @param from the first record that was not given yet
     */
    record Position(Queries.Result result, int from, int pageSize) {}

    /** Keeps a place and gives the locator of its page. */
    synchronized String keep(Position position) {
        String locator = "01g9G%011dAAA-%d".formatted(last.incrementAndGet(), position.from());
        positions.put(locator, position);
        if (positions.size() > KEPT) {
            positions.remove(positions.keySet().iterator().next());
        }
        return locator;
    }

    synchronized Optional<Position> find(String locator) {
        return Optional.ofNullable(positions.get(locator));
    }
}
