package dev.parley.talk;

import java.util.List;
import java.util.stream.IntStream;

/** A trained model with its calibration. */
final class Model {
    private static final int FOLDS = 3;

    private final Softmax softmax;
    private final Calibration calibration;

    private Model(Softmax softmax, Calibration calibration) {
        this.softmax = softmax;
        this.calibration = calibration;
    }

    /**
     * Trains it, and its calibration on sentences left out of the training.
     *
     * @param size of the features' vectors
     */
    static Model train(List<Example> examples, int size, int classes, int rounds, double rate) {
        double[][] said = new double[examples.size()][];
        // Each of the trainings is of its own examples alone: side by side they come to the same, sooner.
        List<Softmax> parts = IntStream.rangeClosed(0, FOLDS)
                .parallel()
                .mapToObj(fold -> Softmax.train(without(fold, examples), size, classes, rounds, rate))
                .toList();
        for (int i = 0; i < examples.size(); i++) {
            said[i] = parts.get(i % FOLDS).probabilities(examples.get(i).features());
        }
        int[] truth = examples.stream()
                .mapToInt(example -> example.is() ? example.label() : -1 - example.label())
                .toArray();
        return new Model(parts.get(FOLDS), Calibration.fit(said, truth, classes));
    }

    /** Those of the other folds; of a fold that there is not, all. */
    private static List<Example> without(int fold, List<Example> examples) {
        return IntStream.range(0, examples.size())
                .filter(i -> i % FOLDS != fold)
                .mapToObj(examples::get)
                .toList();
    }

    /** By class how sure it is, 0 to 1. */
    double[] confidences(Sparse features) {
        double[] p = softmax.probabilities(features);
        for (int k = 0; k < p.length; k++) {
            p[k] = calibration.apply(k, p[k]);
        }
        return p;
    }
}
