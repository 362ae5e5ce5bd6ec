package dev.parley.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Logistic regression by Newton's method, drawn towards what was thought before. */
final class Regression {

    private static final int ROUNDS = 25;

    private final List<? extends Enum<?>> features;
    private final double pull;
    private final double[] prior;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();

    /**
     * @param prior the weights that were thought right
     * @param pull how strongly weights are drawn to those, in numbers of examples
     */
    Regression(Enum<?>[] features, Weights prior, double pull) {
        this.features = List.of(features);
        this.pull = pull;
        this.prior = new double[features.length + 1];
        for (int i = 0; i < features.length; i++) {
            this.prior[i] = prior.of().getOrDefault(features[i].name(), 0.0);
        }
        this.prior[features.length] = prior.bias();
    }

    void add(Map<? extends Enum<?>, Double> seen, boolean label) {
        double[] row = new double[features.size() + 1];
        row[features.size()] = 1;
        for (int i = 0; i < features.size(); i++) {
            Double value = seen.get(features.get(i));
            row[i] = value == null ? 0 : value;
        }
        rows.add(row);
        labels.add(label);
    }

    /** The weights as lines of a resource. */
    String learn() {
        double[] weights = prior.clone();
        for (int round = 0; round < ROUNDS; round++) {
            step(weights);
        }
        StringBuilder lines = new StringBuilder("BIAS %.3f%n".formatted(weights[features.size()]));
        for (int i = 0; i < features.size(); i++) {
            lines.append("%s %.3f%n".formatted(features.get(i).name(), weights[i]));
        }
        return lines.toString();
    }

    private void step(double[] weights) {
        int n = weights.length;
        double[][] system = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            system[i][i] = pull;
            system[i][n] = pull * (prior[i] - weights[i]);
        }
        for (int r = 0; r < rows.size(); r++) {
            double[] row = rows.get(r);
            double odds = 0;
            for (int i = 0; i < n; i++) {
                odds += weights[i] * row[i];
            }
            double p = 1 / (1 + Math.exp(-odds));
            double error = (labels.get(r) ? 1 : 0) - p;
            double curve = Math.max(1e-6, p * (1 - p));
            for (int i = 0; i < n; i++) {
                if (row[i] != 0) {
                    system[i][n] += error * row[i];
                    for (int j = 0; j < n; j++) {
                        system[i][j] += curve * row[i] * row[j];
                    }
                }
            }
        }
        double[] move = solve(system);
        for (int i = 0; i < n; i++) {
            weights[i] += Math.max(-2, Math.min(2, move[i]));
        }
    }

    private static double[] solve(double[][] system) {
        int n = system.length;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                double factor = system[k][i] / system[i][i];
                for (int j = i; j <= n; j++) {
                    system[k][j] -= factor * system[i][j];
                }
            }
        }
        double[] solution = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = system[i][n];
            for (int j = i + 1; j < n; j++) {
                rest -= system[i][j] * solution[j];
            }
            solution[i] = rest / system[i][i];
        }
        return solution;
    }
}
