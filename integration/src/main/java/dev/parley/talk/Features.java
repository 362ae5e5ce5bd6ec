package dev.parley.talk;

import java.util.List;
import java.util.TreeMap;

/** What a sentence shows of itself: its words, neighbouring words and pieces of words, hashed. */
final class Features {
    /** How many different ones there can be; a power of two. */
    static final int SIZE = 1 << 16;

    private static final int LONGEST_RUN = 3;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;
    private static final float WORDS = 1f;
    private static final float PIECES = 0.45f;

    private final TreeMap<Integer, Float> values = new TreeMap<>();

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
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int start = 0; start + length <= marked.length(); start++) {
                add(marked.substring(start, start + length).hashCode() * 13 + 1, PIECES);
            }
        }
    }

    private void add(int hash, float value) {
        int mixed = hash * 0x9E3779B9;
        values.merge((mixed ^ mixed >>> 15) & (SIZE - 1), value, Math::max);
    }

    private Sparse vector() {
        int[] index = values.keySet().stream().mapToInt(Integer::intValue).toArray();
        float[] value = new float[index.length];
        double sum = 0;
        for (int i = 0; i < index.length; i++) {
            value[i] = values.get(index[i]);
            sum += value[i] * value[i];
        }
        float length = (float) Math.sqrt(sum);
        for (int i = 0; i < index.length; i++) {
            value[i] /= length;
        }
        return new Sparse(index, value);
    }
}
