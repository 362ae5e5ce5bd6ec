package dev.parley.sandbox.streaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SubscriberTest {
    private final AtomicLong now = new AtomicLong();
    private final Subscriber subscriber = new Subscriber("a", now::get);

    @Test
    void whosePollEndedWithoutAnEventMayAskAgain() {
        subscriber.poll(() -> {});
        now.addAndGet(Bayeux.TIMEOUT);

        subscriber.wakeAnyway();

        assertThat(subscriber.silent(40_000)).isFalse();
        now.addAndGet(40_001);
        assertThat(subscriber.silent(40_000)).isTrue();
    }

    @Test
    void whoHasAPollOpenIsNeverSilent() {
        subscriber.poll(() -> {});
        now.addAndGet(Bayeux.TIMEOUT);

        assertThat(subscriber.silent(40_000)).isFalse();
    }
}
