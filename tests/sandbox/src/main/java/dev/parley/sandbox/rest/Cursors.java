package dev.parley.sandbox.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Places in results that are read page by page. Only the latest are kept: an older locator is no longer valid. */
final class Cursors {
    private final AtomicLong last = new AtomicLong();
    private final Map<String, Position> positions = new LinkedHashMap<>();
    private final String prefix;
    private final int kept;

    /**
     * A place in a result.
     *
     * @param from the first record that was not given yet
     */
    record Position(Queries.Result result, int from, int pageSize) {}

    /**
     * Cursors of one kind.
     *
     * @param prefix what their locators begin with, five characters
     * @param kept how many are valid
     */
    Cursors(String prefix, int kept) {
        this.prefix = prefix;
        this.kept = kept;
    }

    /** Keeps a place and gives the locator of its page. */
    synchronized String keep(Position position) {
        String locator = "%s%011dAAA-%d".formatted(prefix, last.incrementAndGet(), position.from());
        positions.put(locator, position);
        if (positions.size() > kept) {
            positions.remove(positions.keySet().iterator().next());
        }
        return locator;
    }

    synchronized Optional<Position> find(String locator) {
        return Optional.ofNullable(positions.get(locator));
    }
}
