package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many senders at once, and each hears what has become of its own events. */
class GroupCommitTest {

    private static final String BAD = "bad";
    private static final String AWAY = "away";

    private final List<Integer> commits = Collections.synchronizedList(new ArrayList<>());
    private final Set<EventRow.Key> stored = new HashSet<>();
    private final CountDownLatch slow = new CountDownLatch(1);
    /** What is to come in while somebody lets others come, one after the other. */
    private final Queue<Runnable> moments = new ConcurrentLinkedQueue<>();

    private final AtomicInteger waits = new AtomicInteger();
    private final GroupCommit group = new GroupCommit(new OneByOne(), this::moment);

    private final Set<ConversationKey> held = new HashSet<>();

    /** Of these conversations somebody holds those of {@link #held}. */
    private final class OneByOne implements GroupCommit.Store {
        @Override
        public Set<EventRow.Key> store(List<ChatEvent> events) {
            return GroupCommitTest.this.store(events);
        }

        @Override
        public GroupCommit.Stored storeFree(List<List<ChatEvent>> deliveries) {
            List<ChatEvent> free = deliveries.stream()
                    .filter(events ->
                            events.stream().noneMatch(event -> held.contains(ConversationKey.of(event.envelope()))))
                    .flatMap(List::stream)
                    .toList();
            return new GroupCommit.Stored(GroupCommitTest.this.store(free), held);
        }
    }

    private void moment() {
        waits.incrementAndGet();
        Optional.ofNullable(moments.poll()).ifPresent(Runnable::run);
    }

    /** Two come together, so that the next one waits for more. */
    private void crowd() {
        CompletableFuture<Receipt> first = send(List.of(event("0")));
        List<CompletableFuture<Receipt>> two = List.of(send(List.of(event("1"))), send(List.of(event("2"))));
        slow.countDown();
        first.join();
        two.forEach(CompletableFuture::join);
    }

    /** The first commit ends only when the test lets it. */
    private Set<EventRow.Key> store(List<ChatEvent> events) {
        commits.add(events.size());
        if (commits.size() == 1) {
            hold();
        }
        if (events.stream().anyMatch(event -> event.envelope().subject().equals(BAD))) {
            throw new IllegalStateException("the store refuses it");
        }
        if (events.stream().anyMatch(event -> event.envelope().subject().equals(AWAY))) {
            throw new IllegalStateException(new SQLTransientConnectionException("no connection"));
        }
        Set<EventRow.Key> fresh = new HashSet<>();
        events.stream()
                .map(event -> EventRow.Key.of(event.envelope()))
                .filter(stored::add)
                .forEach(fresh::add);
        return fresh;
    }

    private void hold() {
        try {
            slow.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Receipt> send(List<ChatEvent> events) {
        CompletableFuture<Receipt> receipt = new CompletableFuture<>();
        Thread sender = new Thread(() -> {
            try {
                receipt.complete(group.receive(events));
            } catch (RuntimeException e) {
                receipt.completeExceptionally(e);
            }
        });
        sender.start();
        await().until(() -> sender.getState() == Thread.State.WAITING || receipt.isDone());
        return receipt;
    }

    private static ChatEvent event(String conversation) {
        return new Talk("chatwoot", conversation).says("visitor", 1, conversation, "Hello");
    }

    @Test
    void whatComesWhileAnotherIsStoredIsStoredTogether() {
        CompletableFuture<Receipt> first = send(List.of(event("0")));
        List<CompletableFuture<Receipt>> others = IntStream.rangeClosed(1, 20)
                .mapToObj(n -> send(List.of(event("c" + n))))
                .toList();

        slow.countDown();

        assertThat(first.join()).isEqualTo(new Receipt(1, 0));
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(new Receipt(1, 0)));
        assertThat(commits).containsExactly(1, 20);
    }

    @Test
    void ofTwoWhoBringTheSameItIsNewFromTheFirst() {
        CompletableFuture<Receipt> first = send(List.of(event("0")));
        CompletableFuture<Receipt> one = send(List.of(event("1"), event("2")));
        CompletableFuture<Receipt> other = send(List.of(event("2"), event("0"), event("3")));

        slow.countDown();

        assertThat(first.join()).isEqualTo(new Receipt(1, 0));
        assertThat(one.join()).isEqualTo(new Receipt(2, 0));
        assertThat(other.join()).isEqualTo(new Receipt(1, 2));
        assertThat(commits).containsExactly(1, 5);
    }

    @Test
    void whatCannotBeStoredTakesNothingElseDown() {
        send(List.of(event("0")));
        CompletableFuture<Receipt> before = send(List.of(event("1")));
        CompletableFuture<Receipt> bad = send(List.of(event(BAD)));
        CompletableFuture<Receipt> after = send(List.of(event("2")));

        slow.countDown();

        assertThat(before.join()).isEqualTo(new Receipt(1, 0));
        assertThat(after.join()).isEqualTo(new Receipt(1, 0));
        assertThatThrownBy(bad::join).hasRootCauseMessage("the store refuses it");
    }

    @Test
    void whereTheStoreIsAwayNobodyWaitsForItTwice() {
        send(List.of(event("0")));
        List<CompletableFuture<Receipt>> all =
                IntStream.range(0, 3).mapToObj(n -> send(List.of(event(AWAY)))).toList();

        slow.countDown();

        assertThat(all).allSatisfy(sent -> assertThatThrownBy(sent::join).hasRootCauseMessage("no connection"));
        assertThat(commits).containsExactly(1, 3);
    }

    @Test
    void whoBringsToAConversationThatIsHeldIsStoredAlone() {
        held.add(new ConversationKey("chatwoot", "1"));
        CompletableFuture<Receipt> first = send(List.of(event("0")));
        CompletableFuture<Receipt> waits = send(List.of(event("1"), event("2")));
        CompletableFuture<Receipt> free = send(List.of(event("3")));

        slow.countDown();

        assertThat(first.join()).isEqualTo(new Receipt(1, 0));
        assertThat(waits.join()).isEqualTo(new Receipt(2, 0));
        assertThat(free.join()).isEqualTo(new Receipt(1, 0));
        assertThat(commits).containsExactly(1, 1, 2);
    }

    @Test
    void aGroupIsBoundedAndABatchIsOneByItself() {
        CompletableFuture<Receipt> first = send(List.of(event("0")));
        List<ChatEvent> batch =
                IntStream.range(0, 201).mapToObj(n -> event("b" + n)).toList();
        List<CompletableFuture<Receipt>> others = IntStream.range(0, 3)
                .mapToObj(n -> send(IntStream.range(0, 90)
                        .mapToObj(m -> event("c" + n + "-" + m))
                        .toList()))
                .toList();

        assertThat(group.receive(batch)).isEqualTo(new Receipt(201, 0));
        slow.countDown();

        assertThat(first.join()).isEqualTo(new Receipt(1, 0));
        assertThat(others).allSatisfy(other -> assertThat(other.join()).isEqualTo(new Receipt(90, 0)));
        assertThat(commits).containsExactly(1, 201, 180, 90);
    }

    @Test
    void whereSeveralCameTogetherTheNextOneWaitsAMomentForMore() {
        crowd();
        List<CompletableFuture<Receipt>> other = new ArrayList<>();
        moments.add(() -> other.add(send(List.of(event("4")))));

        assertThat(group.receive(List.of(event("3")))).isEqualTo(new Receipt(1, 0));

        assertThat(other.get(0).join()).isEqualTo(new Receipt(1, 0));
        assertThat(commits).containsExactly(1, 2, 2);
    }

    @Test
    void whereNobodyElseCameMeanwhileTheNextOneDoesNotWait() {
        crowd();
        group.receive(List.of(event("3")));

        group.receive(List.of(event("4")));

        assertThat(waits).as("only the first of the two waited").hasValue(1);
        assertThat(commits).containsExactly(1, 2, 1, 1);
    }

    @Test
    void aGroupThatIsFullWaitsForNobody() {
        crowd();
        List<ChatEvent> many =
                IntStream.range(0, 200).mapToObj(n -> event("m" + n)).toList();

        assertThat(group.receive(many)).isEqualTo(new Receipt(200, 0));
        assertThat(waits).hasValue(0);
    }
}
