package dev.parley.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Guesses which of the known words a misspelt one stands for. */
public final class Suggestion {
    private static final double CLOSE_ENOUGH = 0.8;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    private Suggestion() {}

    /** The known word closest to it, or null if none is close. */
    public static String among(Collection<String> known, String word) {
        String meant = word.toLowerCase(Locale.ROOT);
        String closest = null;
        double best = CLOSE_ENOUGH;
        for (String candidate : known) {
            double similarity = similarity(candidate.toLowerCase(Locale.ROOT), meant);
            if (similarity > best || (closest == null && similarity == best)) {
                closest = candidate;
                best = similarity;
            }
        }
        return closest;
    }

    /** Short words with two letters swapped are the commonest slip, and far apart by the measure. */
    private static double similarity(String one, String other) {
        boolean swapped = one.length() == other.length() && Arrays.equals(sorted(one), sorted(other));
        return swapped ? 1 : SIMILARITY.apply(one, other);
    }

    private static char[] sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return letters;
    }
}
