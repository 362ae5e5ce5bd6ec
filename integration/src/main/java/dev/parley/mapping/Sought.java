package dev.parley.mapping;

import java.util.List;

/** Texts of which one must stand in a sentence before an expression is worth running on it. */
public final class Sought {
    private final List<String> needles;
    private final int[][] pairs;

    private Sought(List<String> needles) {
        this.needles = needles;
        this.pairs = needles.stream().map(Haystack::pairsOf).toArray(int[][]::new);
    }

    /**
     * What an expression needs.
     *
     * @param expression one that compiles, in RE2's syntax
     */
    public static Sought by(String expression) {
        return new Sought(Needles.of(expression));
    }

    /** Whether one of them is in a sentence in lower case, or none is known. */
    public boolean mayBeIn(String lower) {
        for (String needle : needles) {
            if (lower.contains(needle)) {
                return true;
            }
        }
        return needles.isEmpty();
    }

    /** The same of a sentence that much is looked for in. */
    boolean mayBeIn(Haystack sentence) {
        for (int i = 0; i < pairs.length; i++) {
            if (sentence.mayHold(pairs[i]) && sentence.text().contains(needles.get(i))) {
                return true;
            }
        }
        return needles.isEmpty();
    }
}
