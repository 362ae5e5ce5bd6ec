package dev.parley.talk;

import dev.parley.talk.PhraseBook.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Phrases by their features: to find the one that is most like a sentence, only those that share one are looked at. */
final class PhraseIndex {
    private final List<Entry> entries;

    /** The features that any phrase has, rising; those of the phrases with each of them; and its value in these. */
    private final int[] features;

    private final int[][] holders;
    private final float[][] values;

    private PhraseIndex(List<Entry> entries, TreeMap<Integer, List<Integer>> byFeature) {
        this.entries = entries;
        this.features = byFeature.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.holders = byFeature.values().stream()
                .map(holding -> holding.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.values = new float[features.length][];
        for (int i = 0; i < features.length; i++) {
            values[i] = new float[holders[i].length];
            for (int j = 0; j < holders[i].length; j++) {
                Sparse phrase = entries.get(holders[i][j]).features();
                values[i][j] = phrase.value()[Arrays.binarySearch(phrase.index(), features[i])];
            }
        }
    }

    static PhraseIndex of(List<Entry> entries) {
        TreeMap<Integer, List<Integer>> byFeature = new TreeMap<>();
        for (int at = 0; at < entries.size(); at++) {
            for (int feature : entries.get(at).features().index()) {
                byFeature.computeIfAbsent(feature, none -> new ArrayList<>()).add(at);
            }
        }
        return new PhraseIndex(entries, byFeature);
    }

    /** The first of the phrases that are most like a sentence; there must be one. */
    Entry nearest(Sparse sentence) {
        double[] likeness = new double[entries.size()];
        for (int i = 0; i < sentence.index().length; i++) {
            int feature = Arrays.binarySearch(features, sentence.index()[i]);
            if (feature >= 0) {
                add(feature, sentence.value()[i], likeness);
            }
        }
        int nearest = 0;
        for (int at = 1; at < likeness.length; at++) {
            nearest = likeness[at] > likeness[nearest] ? at : nearest;
        }
        return entries.get(nearest);
    }

    private void add(int feature, float value, double[] likeness) {
        for (int j = 0; j < holders[feature].length; j++) {
            likeness[holders[feature][j]] += value * values[feature][j];
        }
    }
}
