package dev.parley.company;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which parts of two people's names are the same, in whatever order they stand. */
final class PersonAlignment {

    private static final double NICKNAME = 0.85;
    private static final double INITIAL = 0.75;
    private static final double SOUND = 0.85;
    private static final double SOUND_SLIPS = 0.45;

    private static final int MOST_SLIPS = 2;

    /** So much of a part's letters may be wrong. */
    private static final double SLIPS = 0.34;

    private final List<String> one;
    private final List<String> other;
    private final boolean[] usedOne;
    private final boolean[] usedOther;
    private double likeness;
    private int full;
    private int matched;

    private record Pair(int i, int j, double likeness) {}

    PersonAlignment(PersonName one, PersonName other) {
        this.one = one.parts();
        this.other = other.parts();
        this.usedOne = new boolean[this.one.size()];
        this.usedOther = new boolean[this.other.size()];
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < usedOne.length; i++) {
            for (int j = 0; j < usedOther.length; j++) {
                pairs.add(new Pair(i, j, likeness(this.one.get(i), this.other.get(j))));
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        pairs.forEach(this::take);
    }

    private void take(Pair pair) {
        if (pair.likeness > 0 && !usedOne[pair.i] && !usedOther[pair.j]) {
            usedOne[pair.i] = true;
            usedOther[pair.j] = true;
            likeness += pair.likeness;
            matched++;
            full += one.get(pair.i).length() > 1 && other.get(pair.j).length() > 1 ? 1 : 0;
        }
    }

    private static double likeness(String a, String b) {
        if (a.equals(b)) {
            return 1;
        }
        int shorter = Math.min(a.length(), b.length());
        if (shorter == 1) {
            return a.charAt(0) == b.charAt(0) ? INITIAL : 0;
        }
        int longer = Math.max(a.length(), b.length());
        int edits = Edits.between(a, b, (int) (longer * SOUND_SLIPS));
        if (edits <= Math.min(MOST_SLIPS, longer * SLIPS)) {
            return 1 - (double) edits / longer;
        }
        boolean sound = edits <= longer * SOUND_SLIPS && Spelling.sound(a).equals(Spelling.sound(b));
        return PersonName.nicknames(a, b) ? NICKNAME : sound ? SOUND : 0;
    }

    /** How like the parts of the shorter name are to parts of the longer, on average. */
    double covered() {
        int shorter = Math.min(one.size(), other.size());
        return shorter == 0 ? 0 : likeness / shorter;
    }

    /** Whether no more than one part agrees, or none but by its first letter. */
    boolean single() {
        return matched < 2 || full == 0;
    }

    /** How many parts of each name have no counterpart, the lesser number: these contradict each other. */
    int replaced() {
        return Math.min(one.size(), other.size()) - matched;
    }

    /** How many parts one name has more than the other. */
    int added() {
        return Math.abs(one.size() - other.size());
    }
}
