package dev.parley.sandbox.streaming;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps the events of the last three days, as many as fit, and hands new ones on. A restart forgets them. */
public final class EventBus {

    /** All that are kept. */
    static final long ALL = -2;

    /** None but new ones. */
    static final long NEW = -1;

    private static final Duration RETENTION = Duration.ofHours(72);
    private static final int MOST = 100_000;

    /** A replay id of an earlier start is below this one, and invalid. */
    private static final int PER_MILLISECOND = 1_000;

    private final Clock clock;
    private final Deque<ChangeEvent> kept = new ArrayDeque<>();
    private final List<Consumer<ChangeEvent>> listeners = new CopyOnWriteArrayList<>();
    private final long first;
    private long last;

    /** An empty one. */
    public EventBus(Clock clock) {
        this.clock = clock;
        this.first = clock.instant().toEpochMilli() * PER_MILLISECOND;
        this.last = first;
    }

    Instant now() {
        return clock.instant();
    }

    void onEvent(Consumer<ChangeEvent> listener) {
        listeners.add(listener);
    }

    synchronized void publish(String entity, ObjectNode payload) {
        ChangeEvent event = new ChangeEvent(++last, entity, now(), payload);
        kept.addLast(event);
        forgetOld();
        listeners.forEach(listener -> listener.accept(event));
    }

    /**
     * What a new subscriber gets at once.
     *
     * @param replayId the last event that it has seen, {@link #ALL} or {@link #NEW}
     * @return empty if that event is no longer, or never was, among those that are kept
     */
    synchronized Optional<List<ChangeEvent>> since(String entity, long replayId) {
        forgetOld();
        if (replayId == NEW) {
            return Optional.of(List.of());
        }
        long oldest = kept.isEmpty() ? last : kept.getFirst().replayId() - 1;
        if (replayId != ALL && (replayId < Math.max(oldest, first) || replayId > last)) {
            return Optional.empty();
        }
        return Optional.of(kept.stream()
                .filter(event -> event.replayId() > replayId && event.entity().equals(entity))
                .toList());
    }

    /** Forgets every event, as a new org has none. */
    public synchronized void clear() {
        kept.clear();
    }

    private void forgetOld() {
        Instant oldest = now().minus(RETENTION);
        while (!kept.isEmpty() && (kept.size() > MOST || kept.getFirst().at().isBefore(oldest))) {
            kept.removeFirst();
        }
    }
}
