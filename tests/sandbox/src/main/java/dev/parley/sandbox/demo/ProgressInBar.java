package dev.parley.sandbox.demo;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar that grows in a terminal. */
final class ProgressInBar implements Progress {

    private final ProgressBar bar;

    ProgressInBar(String task, int total) {
        bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setStyle(ProgressBarStyle.ASCII)
                .build();
    }

    @Override
    public void done(int count) {
        bar.stepTo(count);
    }

    @Override
    public void close() {
        bar.close();
    }
}
