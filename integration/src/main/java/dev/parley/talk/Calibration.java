package dev.parley.talk;

/** Turns a model's probabilities into shares of right answers, class by class (Platt's method). */
final class Calibration {
    private static final int ROUNDS = 60;
    private static final double RIDGE = 1e-3;
    private static final double MOST_BEND = 0.25;
    private static final double SURE = 0.99;
    private static final double LEAST_SLOPE = 0.2;
    private static final double LEAST = 1e-6;

    private final double[] slope;
    private final double[] offset;

    private Calibration(int classes) {
        slope = new double[classes];
        offset = new double[classes];
    }

    /**
     * Learns from what a model said of sentences that it had not seen.
     *
     * @param said probabilities by sentence and class
     * @param truth by sentence the class, or -1 - class where it is known only not to be that
     */
    static Calibration fit(double[][] said, int[] truth, int classes) {
        Calibration calibration = new Calibration(classes);
        for (int k = 0; k < classes; k++) {
            calibration.fitOne(said, truth, k);
        }
        return calibration;
    }

    double apply(int label, double probability) {
        return sigmoid(slope[label] * logit(probability) + offset[label]);
    }

    /** Newton's method on the log loss with the most that it can bend: slower, but no step goes too far. */
    private void fitOne(double[][] said, int[] truth, int label) {
        double a = 1;
        double b = 0;
        for (int round = 0; round < ROUNDS; round++) {
            // The least squares of a step that stays finite where one kind of answers is missing.
            double[] sums = {0, 0, RIDGE, 0, RIDGE};
            for (int i = 0; i < said.length; i++) {
                if (truth[i] >= 0 || truth[i] == -1 - label) {
                    add(sums, logit(said[i][label]), a, b, truth[i] == label);
                }
            }
            double determinant = sums[2] * sums[4] - sums[3] * sums[3];
            a -= (sums[4] * sums[0] - sums[3] * sums[1]) / determinant;
            b -= (sums[2] * sums[1] - sums[3] * sums[0]) / determinant;
        }
        slope[label] = Math.max(LEAST_SLOPE, a);
        offset[label] = b;
    }

    /** Adds one answer to both first and the three second derivatives; a sure answer is softened as Platt did. */
    private static void add(double[] sums, double x, double a, double b, boolean is) {
        double p = sigmoid(a * x + b);
        double error = p - (is ? SURE : 1 - SURE);
        sums[0] += error * x;
        sums[1] += error;
        sums[2] += MOST_BEND * x * x;
        sums[3] += MOST_BEND * x;
        sums[4] += MOST_BEND;
    }

    static double logit(double probability) {
        double p = Math.min(1 - LEAST, Math.max(LEAST, probability));
        return Math.log(p / (1 - p));
    }

    static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
