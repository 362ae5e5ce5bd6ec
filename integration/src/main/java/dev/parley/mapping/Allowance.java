package dev.parley.mapping;

/**
 * What the expressions of one translation may spend together: each is bounded by its own {@link Budget}, but a list may
 * make them run thousands of times. Counted in work and in characters, so that the same input has the same outcome.
 */
final class Allowance {
    /** Most work: about a second on one core. */
    private static final long MOST_WORK = 10L * Budget.MAX_WORK;

    /** Most characters of text that all values together may hold. */
    private static final long MOST_CHARACTERS = 8L << 20;

    private long work;
    private long characters;

    void work(int amount) {
        work += amount;
    }

    /** Refuses to begin anything more once the work is spent. */
    void requireWork(Place place) {
        if (work > MOST_WORK) {
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
