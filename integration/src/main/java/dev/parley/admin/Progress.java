package dev.parley.admin;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** How far a command is, for whoever sits at a terminal; elsewhere it shows nothing. */
final class Progress implements AutoCloseable {

    private final ProgressBar bar;

    private Progress(ProgressBar bar) {
        this.bar = bar;
    }

    /** Of something whose size nobody knows beforehand. */
    static Progress of(String what) {
        return of(what, -1);
    }

    /** Of so many steps. */
    static Progress of(String what, long steps) {
        return new Progress(
                System.console() == null
                        ? null
                        : new ProgressBarBuilder()
                                .setTaskName(what)
                                .setInitialMax(steps)
                                .build());
    }

    void step() {
        if (bar != null) {
            bar.step();
        }
    }

    void to(long done, long total) {
        if (bar != null) {
            bar.maxHint(total);
            bar.stepTo(done);
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
