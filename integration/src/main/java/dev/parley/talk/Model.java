package dev.parley.talk;

import java.util.ArrayList;
import java.util.List;

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
        int[] truth = new int[examples.size()];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> others = new ArrayList<>();
            for (int i = 0; i < examples.size(); i++) {
                if (i % FOLDS != fold) {
                    others.add(examples.get(i));
                }
            }
            Softmax part = Softmax.train(others, size, classes, rounds, rate);
            for (int i = fold; i < examples.size(); i += FOLDS) {
                Example example = examples.get(i);
                said[i] = part.probabilities(example.features());
                truth[i] = example.is() ? example.label() : -1 - example.label();
            }
        }
        return new Model(Softmax.train(examples, size, classes, rounds, rate), Calibration.fit(said, truth, classes));
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
