package dev.parley.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Guesses which of the known words a misspelt one stands for. */
public final class Suggestion {
    private static final double CLOSE_ENOUGH = 0.8;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Suggestion() {}

    /** The known word closest to it, or null if none is close. */
    public static String among(Collection<String> known, String word) {
        return known.stream()
                .max(Comparator.comparingDouble(candidate -> similarity(candidate, word)))
                .filter(candidate -> similarity(candidate, word) >= CLOSE_ENOUGH)
                .orElse(null);
    }

    private static double similarity(String one, String other) {
        String left = one.toLowerCase(Locale.ROOT);
        String right = other.toLowerCase(Locale.ROOT);
        // Short words with two letters swapped are the commonest slip, and far apart by the measure.
        return Arrays.equals(sorted(left), sorted(right)) ? 1 : SIMILARITY.apply(left, right);
    }

    private static int[] sorted(String word) {
        return word.chars().sorted().toArray();
    }
}
