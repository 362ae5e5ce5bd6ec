package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Whoever asks sees what was put in before. */
class FreshnessTest {

    private final Freshness freshness = new Freshness();
    private final AtomicInteger opened = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);

    private Thread asks() {
        Thread thread = new Thread(() -> {
            try {
                freshness.ensure(() -> {
                    hold();
                    opened.incrementAndGet();
                });
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        thread.start();
        return thread;
    }

    private void hold() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itIsOpenedOnceForAllThatChanged() throws IOException {
        freshness.ensure(opened::incrementAndGet);
        assertThat(opened).hasValue(0);

        freshness.changed();
        freshness.changed();
        freshness.ensure(opened::incrementAndGet);
        freshness.ensure(opened::incrementAndGet);

        assertThat(opened).hasValue(1);
    }

    @Test
    void whoAsksWhileAnotherOpensItWaitsForThat() throws InterruptedException {
        freshness.changed();
        Thread one = asks();
        await().until(() -> one.getState() == Thread.State.WAITING);
        Thread other = asks();
        await().until(() -> other.getState() == Thread.State.BLOCKED);

        slow.countDown();
        one.join();
        other.join();

        assertThat(opened).hasValue(1);
    }

    @Test
    void whatChangesWhileItIsBeingOpenedIsNotTakenForShown() throws Exception {
        freshness.changed();
        Thread one = asks();
        await().until(() -> one.getState() == Thread.State.WAITING);
        freshness.changed();
        slow.countDown();
        one.join();

        freshness.ensure(opened::incrementAndGet);

        assertThat(opened).hasValue(2);
    }

    @Test
    void whatCouldNotBeOpenedIsTriedAgain() throws IOException {
        freshness.changed();
        assertThatThrownBy(() -> freshness.ensure(() -> {
                    throw new IOException("the disk is away");
                }))
                .isInstanceOf(IOException.class);

        freshness.ensure(opened::incrementAndGet);

        assertThat(opened).hasValue(1);
    }
}
