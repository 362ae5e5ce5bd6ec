package dev.parley.company;

import java.util.HashMap;
import java.util.Map;

/**
 * What a learned judgement rests on: a weight for each feature, and what holds before anything is seen.
 *
 * @param bias the logarithm of the odds where every feature is 0
 * @param of the weights by the features' names; a feature without one says nothing
 */
record Weights(double bias, Map<String, Double> of) {

    private static final String BIAS = "BIAS";

    /** The weights of a resource beside this class: lines of a name and a number. */
    static Weights read(String file) {
        Map<String, Double> weights = new HashMap<>();
        Words.lines(file).forEach(line -> {
            String[] parts = line.split(" +");
            weights.put(parts[0], Double.valueOf(parts[1]));
        });
        double bias = weights.remove(BIAS);
        return new Weights(bias, Map.copyOf(weights));
    }

    /** How likely it is, from 0 to 1, with these values of the features. */
    double likelihood(Map<? extends Enum<?>, Double> seen) {
        double odds = bias;
        for (Map.Entry<? extends Enum<?>, Double> feature : seen.entrySet()) {
            odds += feature.getValue() * of.getOrDefault(feature.getKey().name(), 0.0);
        }
        return 1 / (1 + Math.exp(-odds));
    }
}
