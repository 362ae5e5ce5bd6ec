package dev.parley.mapping;

import java.util.Optional;

/** What must stand in a sentence before an expression is worth running on it. */
public final class Sought {
    private final Optional<Need> need;

    private Sought(Optional<Need> need) {
        this.need = need;
    }

    /**
     * What an expression needs.
     *
     * @param expression one that compiles, in RE2's syntax
     */
    public static Sought by(String expression) {
        return new Sought(Needles.of(expression));
    }

    /** Whether a sentence in lower case has all that is needed, or nothing is known to be. */
    public boolean mayBeIn(String lower) {
        return need.isEmpty() || need.get().isIn(lower);
    }

    /** The same of a sentence that much is looked for in. */
    public boolean mayBeIn(Haystack sentence) {
        return need.isEmpty() || need.get().isIn(sentence);
    }
}
