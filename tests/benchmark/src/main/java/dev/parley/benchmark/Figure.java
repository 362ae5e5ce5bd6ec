package dev.parley.benchmark;

import java.util.List;
import java.util.Locale;

/**
 * One measured quantity.
 *
 * @param name what was measured
 * @param unit of the values
 * @param values of every repetition, at least one
 * @param target what was promised, or null
 */
record Figure(String name, String unit, List<Double> values, Target target) {

    /** The bound that a quantity keeps: the most that it may be, or else the least. */
    record Target(double bound, boolean most) {
        boolean kept(double value) {
            return most ? value <= bound : value >= bound;
        }

        @Override
        public String toString() {
            return (most ? "≤ " : "≥ ") + text(bound);
        }
    }

    Figure {
        values = values.stream().sorted().toList();
    }

    static Figure of(String name, String unit, double value) {
        return new Figure(name, unit, List.of(value), null);
    }

    Figure atMost(double most) {
        return new Figure(name, unit, values, new Target(most, true));
    }

    Figure atLeast(double least) {
        return new Figure(name, unit, values, new Target(least, false));
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double least() {
        return values.get(0);
    }

    double most() {
        return values.get(values.size() - 1);
    }

    /** Whether the median keeps what was promised. */
    boolean kept() {
        return target == null || target.kept(median());
    }

    /** A value with three significant digits, or all before the point. */
    static String text(double value) {
        double size = Math.abs(value);
        String format = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.4f";
        return String.format(Locale.ROOT, format, value);
    }
}
