package dev.parley.sandbox.demo;

import java.io.PrintStream;

/** A plain line for every quarter, for logs and pipes. */
final class ProgressInLines implements Progress {

    private static final int PARTS = 4;

    private final String task;
    private final int total;
    private final PrintStream out;
    private int printed;

    ProgressInLines(String task, int total, PrintStream out) {
        this.task = task;
        this.total = total;
        this.out = out;
    }

    @Override
    public void done(int count) {
        int part = count * PARTS / Math.max(1, total);
        if (part > printed) {
            printed = part;
            out.println(task + ": " + count + " of " + total);
        }
    }

    @Override
    public void close() {
        out.flush();
    }
}
