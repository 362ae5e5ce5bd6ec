package dev.parley.talk;

import java.util.Arrays;
import java.util.List;

/** What a sentence shows of itself: its words, neighbouring words and pieces of words, hashed. */
final class Features {
    /** How many different ones there can be; a power of two. */
    static final int SIZE = 1 << 16;

    private static final int LONGEST_RUN = 3;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final float WORDS = 1f;
    private static final float PIECES = 0.45f;
    private static final int HALF = 32;

    /** Number of the feature in the upper half, its value in the lower: sorted by number, then by value. */
    private long[] found = new long[128];

    private int count;

    private Features() {}

    /** The features of a sentence in lower case, as a vector of length 1. */
    static Sparse of(String sentence) {
        Features features = new Features();
        List<String> tokens = Tokens.of(sentence);
        features.runs(tokens);
        tokens.forEach(features::pieces);
        return features.vector();
    }

    private void runs(List<String> tokens) {
        for (int start = 0; start < tokens.size(); start++) {
            int hash = 17;
            int end = Math.min(tokens.size(), start + LONGEST_RUN);
            for (int at = start; at < end; at++) {
                hash = hash * 31 + tokens.get(at).hashCode();
                add(hash, WORDS);
            }
        }
        if (!tokens.isEmpty()) {
            add(tokens.get(0).hashCode() * 7 + 3, WORDS);
            add(tokens.get(tokens.size() - 1).hashCode() * 7 + 5, WORDS);
        }
        add(1_000_003 + Math.min(tokens.size(), 12) / 3, WORDS);
    }

    private void pieces(String word) {
        if (word.length() < SHORTEST_PIECE - 1) {
            return;
        }
        String marked = "<" + word + ">";
        for (int start = 0; start + SHORTEST_PIECE <= marked.length(); start++) {
            int hash = 0;
            int end = Math.min(marked.length(), start + LONGEST_PIECE);
            for (int at = start; at < end; at++) {
                hash = hash * 31 + marked.charAt(at);
                if (at - start >= SHORTEST_PIECE - 1) {
                    add(hash * 13 + 1, PIECES);
                }
            }
        }
    }

    private void add(int hash, float value) {
        int mixed = hash * 0x9E3779B9;
        long number = (mixed ^ mixed >>> 15) & (SIZE - 1);
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = number << HALF | Float.floatToIntBits(value);
    }

    /** A feature that was found twice counts once, with its greater value. */
    private Sparse vector() {
        Arrays.sort(found, 0, count);
        int[] index = new int[count];
        float[] value = new float[count];
        int size = 0;
        double sum = 0;
        for (int i = 0; i < count; i++) {
            if (i + 1 == count || found[i] >>> HALF != found[i + 1] >>> HALF) {
                index[size] = (int) (found[i] >>> HALF);
                value[size] = Float.intBitsToFloat((int) found[i]);
                sum += value[size] * value[size];
                size++;
            }
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < size; i++) {
            value[i] /= length;
        }
        return new Sparse(Arrays.copyOf(index, size), Arrays.copyOf(value, size));
    }
}
