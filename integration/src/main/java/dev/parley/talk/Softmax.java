package dev.parley.talk;

import java.util.List;
import java.util.Random;

/**
 * Multinomial logistic regression, trained by AdaGrad with one step width for all classes of a feature: the same examples
 * always give the same weights.
 */
final class Softmax {
    private static final double EPSILON = 1e-8;

    private final int classes;
    private final float[] weights;

    private Softmax(int size, int classes) {
        this.classes = classes;
        this.weights = new float[(size + 1) * classes];
    }

    /**
     * Learns.
     *
     * @param size of the features' vectors
     * @param rate how far a step goes
     */
    static Softmax train(List<Example> examples, int size, int classes, int rounds, double rate) {
        Softmax model = new Softmax(size, classes);
        float[] squares = new float[size + 1];
        int[] order = new Random(1)
                .ints(0, Math.max(1, examples.size()))
                .distinct()
                .limit(examples.size())
                .toArray();
        for (int round = 0; round < rounds; round++) {
            for (int at : order) {
                model.step(examples.get(at), squares, (float) rate);
            }
        }
        return model;
    }

    /** The probability of each class. */
    double[] probabilities(Sparse features) {
        double[] scores = new double[classes];
        int bias = weights.length - classes;
        for (int k = 0; k < classes; k++) {
            scores[k] = weights[bias + k];
        }
        for (int i = 0; i < features.index().length; i++) {
            int row = features.index()[i] * classes;
            float value = features.value()[i];
            for (int k = 0; k < classes; k++) {
                scores[k] += weights[row + k] * value;
            }
        }
        return normalised(scores);
    }

    private static double[] normalised(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - most);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }

    private void step(Example example, float[] squares, float rate) {
        float[] gradient = gradient(probabilities(example.features()), example);
        float square = 0;
        for (float g : gradient) {
            square += g * g;
        }
        Sparse features = example.features();
        for (int i = 0; i < features.index().length; i++) {
            float value = features.value()[i];
            update(features.index()[i], gradient, value, square * value * value, squares, rate);
        }
        update(squares.length - 1, gradient, 1, square, squares, rate);
    }

    /** Of -log p for what the sentence is, and of -log(1 - p) for what it is not. */
    private float[] gradient(double[] p, Example example) {
        float[] gradient = new float[classes];
        double own = p[example.label()];
        for (int k = 0; k < classes; k++) {
            boolean label = k == example.label();
            double step;
            if (example.is()) {
                step = p[k] - (label ? 1 : 0);
            } else {
                step = label ? own : -p[k] * own / Math.max(EPSILON, 1 - own);
            }
            gradient[k] = (float) step;
        }
        return gradient;
    }

    private void update(int feature, float[] gradient, float value, float square, float[] squares, float rate) {
        squares[feature] += square;
        float width = rate * value / (float) Math.sqrt(squares[feature] + EPSILON);
        int row = feature * classes;
        for (int k = 0; k < classes; k++) {
            weights[row + k] -= width * gradient[k];
        }
    }
}
