package dev.parley.benchmark;

/** How often something was found where it is, found where it is not, and missed. */
final class Hits {
    private int right;
    private int wrong;
    private int missed;

    void count(boolean is, boolean found) {
        right += is && found ? 1 : 0;
        wrong += !is && found ? 1 : 0;
        missed += is && !found ? 1 : 0;
    }

    void add(Hits other) {
        right += other.right;
        wrong += other.wrong;
        missed += other.missed;
    }

    /** Whether there was anything to find. */
    boolean any() {
        return right + missed > 0;
    }

    /** Harmonic mean of precision and recall, 0 to 1. */
    double f1() {
        return right == 0 ? 0 : 2.0 * right / (2 * right + wrong + missed);
    }
}
