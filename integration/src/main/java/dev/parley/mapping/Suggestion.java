package dev.parley.mapping;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Guesses which of the known words a misspelt one stands for. */
public final class Suggestion {
    private static final double CLOSE_ENOUGH = 0.8;
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /** A slip changes two letters at most: names that merely begin alike are those of two things. */
    private static final LevenshteinDistance SLIP = new LevenshteinDistance(2);

    private Suggestion() {}

    /** The known word closest to it, or null if none is close. */
    public static String among(Collection<String> known, String word) {
        String meant = lower(word);
        String closest = null;
        double best = CLOSE_ENOUGH;
        for (String candidate : known) {
            double similarity = similarity(lower(candidate), meant);
            if (similarity > best || (closest == null && similarity == best)) {
                closest = candidate;
                best = similarity;
            }
        }
        return closest;
    }

    /** The known words of which this one differs by no more than a slip of the finger. */
    static List<String> slips(Collection<String> known, String word) {
        return known.stream()
                .filter(candidate -> !candidate.equals(word) && SLIP.apply(candidate, word) >= 0)
                .filter(candidate -> similarity(lower(candidate), lower(word)) >= CLOSE_ENOUGH)
                .toList();
    }

    /**
     * The known address closest to one, or null: by what stands before the @ among those of the same domain, which all
     * look alike as a whole, and where that is right by the domain.
     */
    static String amongAddresses(Collection<String> known, String address) {
        String meant = lower(address);
        int at = meant.indexOf('@');
        String domain = at < 0 ? "" : meant.substring(at);
        String local = at < 0 ? meant : meant.substring(0, at);
        List<String> colleagues = known.stream()
                .filter(other -> lower(other).endsWith(domain))
                .map(other -> lower(other).substring(0, other.length() - domain.length()))
                .toList();
        String colleague = at < 0 ? null : among(colleagues, local);
        return colleague != null
                ? colleague + domain
                : among(
                        known.stream()
                                .filter(other -> lower(other).startsWith(local + "@"))
                                .toList(),
                        meant);
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
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
