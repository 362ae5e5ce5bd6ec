package dev.parley.mapping;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the expressions of one translation may spend together: each is bounded by its own {@link Budget}, but a list may
 * make them run thousands of times. Counted in work and in characters, so that the same input has the same outcome.
 */
final class Allowance {
    /** Most work: about a second on one core. */
    private static final long MOST_WORK = 10L * Budget.MAX_WORK;

    /** Most characters of text that all values together may hold. */
    private static final long MOST_CHARACTERS = 8L << 20;

    /** A body may be a whole transcript of thousands of messages, for each of which many expressions run. */
    private static final int OF_A_BODY = 4;

    private final Map<Object, Long> given = new IdentityHashMap<>();
    private final long mostWork;
    private long work;
    private long characters;

    /** Of a dossier, or of one question of an admin's file. */
    Allowance() {
        this(MOST_WORK);
    }

    private Allowance(long mostWork) {
        this.mostWork = mostWork;
    }

    /**
     * Of a service's body, whoever sent it is known by then: a few seconds on one core.
     *
     * @param values what its expressions see and never change: that is weighed once, and not whenever one looks at it,
     *     or a transcript of thousands of messages would be weighed for each of them
     */
    static Allowance ofBody(Map<String, Object> values) {
        Allowance allowance = new Allowance(OF_A_BODY * MOST_WORK);
        values.values().forEach(allowance::weigh);
        return allowance;
    }

    /** By lists and maps that were given (each by itself, not by what it equals), how many characters they hold. */
    Map<Object, Long> given() {
        return given;
    }

    private long weigh(Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        Collection<?> members =
                value instanceof Map<?, ?> map ? map.values() : value instanceof Collection<?> list ? list : List.of();
        long held = members.stream().mapToLong(this::weigh).sum();
        if (!members.isEmpty()) {
            given.put(value, held);
        }
        return held;
    }

    void work(int amount) {
        work += amount;
    }

    /** Refuses to begin anything more once the work is spent. */
    void requireWork(Place place) {
        if (work > mostWork) {
            throw new MappingFailed(place, "the expressions of this file take too much work for so large a body");
        }
    }

    void text(int length, Place place) {
        characters += length;
        if (characters > MOST_CHARACTERS) {
            throw new MappingFailed(place, "the events hold more than " + MOST_CHARACTERS + " characters of text");
        }
    }
}
