package dev.parley.sandbox.chat;

/** How much one socket may send: a burst of 60 frames, and 10 a second in the long run. */
final class Allowance {
    private static final double MOST = 60;
    private static final double A_SECOND = 10;

    private double left = MOST;
    private long at = System.nanoTime();

    /** False where nothing is left. */
    boolean spend() {
        long now = System.nanoTime();
        left = Math.min(MOST, left + (now - at) / 1e9 * A_SECOND);
        at = now;
        left -= 1;
        return left >= 0;
    }
}
