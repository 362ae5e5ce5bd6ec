package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.store.Database;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** While a conversation is held, by delivery or by another server, only who brings something to it waits. */
class HeldConversationTest {
    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(30), Duration.ofMinutes(5), false, Duration.ofMinutes(2));

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void othersAreStoredMeanwhile(Database database) throws Exception {
        try (database) {
            Conversations store = new Conversations(database.tx(), Clock.systemUTC(), DUE, Duration.ofHours(24));
            store.receive(List.of(says("held", 1), says("free", 1)));
            CountDownLatch holds = new CountDownLatch(1);
            CountDownLatch enough = new CountDownLatch(1);
            CompletableFuture<Void> holder = CompletableFuture.runAsync(() -> hold(database, holds, enough));
            holds.await();

            CompletableFuture<Receipt> waits =
                    CompletableFuture.supplyAsync(() -> store.receive(List.of(says("held", 2))));
            for (int n = 2; n < 20; n++) {
                assertThat(store.receive(List.of(says("free", n)))).isEqualTo(new Receipt(1, 0));
            }
            assertThat(waits.isDone()).isFalse();
            enough.countDown();

            holder.join();
            await().until(waits::isDone);
            assertThat(waits.join()).isEqualTo(new Receipt(1, 0));
        }
    }

    private static void hold(Database database, CountDownLatch holds, CountDownLatch enough) {
        database.tx().run(em -> {
            em.createQuery("select c from ConversationRow c where c.subject = 'held'", ConversationRow.class)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getSingleResult();
            holds.countDown();
            try {
                enough.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static ChatEvent says(String conversation, int second) {
        return new Talk("chatwoot", conversation).says("visitor", second, conversation + second, "Hello");
    }
}
