package dev.parley.company;

import dev.parley.company.Words.Kind;
import dev.parley.company.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which words of two names are the same, and which are left over. */
final class Alignment {

    /** A word in place of another one of the same meaning is nearly the same. */
    private static final double SAME_MEANING = 0.95;

    private final List<String> one;
    private final List<String> other;
    private final double[] matchedOne;
    private final double[] matchedOther;

    private record Pair(int i, int j, double likeness) {}

    Alignment(List<String> one, List<String> other) {
        this.one = one;
        this.other = other;
        this.matchedOne = new double[one.size()];
        this.matchedOther = new double[other.size()];
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                double likeness = likeness(one.get(i), other.get(j));
                if (likeness > 0) {
                    pairs.add(new Pair(i, j, likeness));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        for (Pair pair : pairs) {
            if (matchedOne[pair.i] == 0 && matchedOther[pair.j] == 0) {
                matchedOne[pair.i] = pair.likeness;
                matchedOther[pair.j] = pair.likeness;
            }
        }
    }

    private static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        Word one = Words.of(a);
        Word other = Words.of(b);
        if (one.meaning().equals(other.meaning())) {
            return SAME_MEANING;
        }
        boolean known = one.kind() != Kind.OWN && other.kind() != Kind.OWN;
        return known ? 0 : Spelling.likeness(a, b);
    }

    /** How much of the first name's weight is in the second, from 0 to 1. */
    double coveredOne() {
        return covered(one, matchedOne);
    }

    /** How much of the second name's weight is in the first, from 0 to 1. */
    double coveredOther() {
        return covered(other, matchedOther);
    }

    /** The weight of the weightiest word of the first name that the second lacks. */
    double leftOfOne() {
        return left(one, matchedOne);
    }

    /** The weight of the weightiest word of the second name that the first lacks. */
    double leftOfOther() {
        return left(other, matchedOther);
    }

    /** The weight of the words that both have. */
    double shared() {
        double shared = 0;
        for (int i = 0; i < one.size(); i++) {
            shared += matchedOne[i] * weight(one.get(i));
        }
        return shared;
    }

    /** Whether both names begin with the same word, links between words aside. */
    boolean firstAgree() {
        int i = firstTelling(one);
        int j = firstTelling(other);
        return i >= 0 && j >= 0 && likeness(one.get(i), other.get(j)) > 0;
    }

    private static int firstTelling(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (Words.of(words.get(i)).kind() != Kind.STOP) {
                return i;
            }
        }
        return words.isEmpty() ? -1 : 0;
    }

    /** Whether each name has a word of that kind that the other lacks. */
    boolean conflict(Kind kind) {
        return lacks(one, matchedOne, kind) && lacks(other, matchedOther, kind);
    }

    /** Whether one name has a word of that kind that the other lacks. */
    boolean onlyOne(Kind kind) {
        return lacks(one, matchedOne, kind) != lacks(other, matchedOther, kind);
    }

    private static boolean lacks(List<String> words, double[] matched, Kind kind) {
        for (int i = 0; i < words.size(); i++) {
            if (matched[i] == 0 && Words.of(words.get(i)).kind() == kind) {
                return true;
            }
        }
        return false;
    }

    private static double covered(List<String> words, double[] matched) {
        double all = 0;
        double covered = 0;
        for (int i = 0; i < words.size(); i++) {
            double weight = weight(words.get(i));
            all += weight;
            covered += weight * matched[i];
        }
        return all == 0 ? 0 : covered / all;
    }

    private static double left(List<String> words, double[] matched) {
        double left = 0;
        for (int i = 0; i < words.size(); i++) {
            left = matched[i] == 0 ? Math.max(left, weight(words.get(i))) : left;
        }
        return left;
    }

    private static double weight(String word) {
        return Words.of(word).kind().weight();
    }
}
