package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.OwnEvents.Numbered;
import dev.parley.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parley's own events are numbered once and for all, and none is ever missed by who reads on from the last number. */
class OwnEventsTest {

    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    private static final Audience WEB = Audience.of(Set.of("web"));

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void onlyWhatParleyAppendedIsNumberedInTheOrderOfItsCommits(Database database) {
        try (database) {
            Talk talk = new Talk("web", "c1");
            Conversations store = store(database);
            store.receive(List.of(talk.started(0), talk.says("visitor", 1, "m1", "Hello"), offered(talk, 1)));
            store.receive(List.of(offered(talk, 1), offered(talk, 2)));

            List<Numbered> waiting = own(database).waiting(0, WEB, 10);

            assertThat(waiting).extracting(Numbered::number).containsExactly(1L, 2L);
            assertThat(own(database).last()).isEqualTo(2);
            Envelope first = waiting.get(0).event();
            assertThat(first).isEqualTo(offered(talk, 1).envelope());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatWasAcknowledgedIsNotToldAgainAndNobodyAcknowledgesForOthers(Database database) {
        try (database) {
            Conversations store = store(database);
            store.receive(List.of(
                    offered(new Talk("web", "c1"), 1),
                    offered(new Talk("web", "c1"), 2),
                    offered(new Talk("shop", "c2"), 3)));
            OwnEvents own = own(database);

            own.acknowledge(List.of("o-1", "o-3", "unknown"), WEB);

            assertThat(ids(own.waiting(0, Audience.ALL, 10))).containsExactlyInAnyOrder("o-2", "o-3");
            assertThat(ids(own.waiting(0, WEB, 10))).containsExactly("o-2");
            assertThat(ids(own.waiting(0, Audience.of(Set.of()), 10))).isEmpty();
            assertThat(ids(own.waiting(0, Audience.ALL, 1))).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aListenerIsWokenOnlyByWhatIsNewAndItsOwn(Database database) {
        try (database) {
            Talk talk = new Talk("web", "c1");
            Conversations store = store(database);
            AtomicInteger woken = new AtomicInteger();
            store.whenAppended(woken::incrementAndGet);

            store.receive(List.of(talk.started(0)));
            assertThat(woken).hasValue(0);
            store.receive(List.of(offered(talk, 1)));
            store.receive(List.of(offered(talk, 1)));

            assertThat(woken).hasValue(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whoReadsOnWhileManyAppendMissesNothing(Database database) {
        try (database) {
            Conversations store = store(database);
            List<CompletableFuture<Void>> writers = IntStream.range(0, 4)
                    .mapToObj(writer -> CompletableFuture.runAsync(() -> IntStream.range(0, 50)
                            .forEach(i ->
                                    store.receive(List.of(offered(new Talk("web", "c" + writer), writer * 100 + i))))))
                    .toList();
            CompletableFuture<Void> all = CompletableFuture.allOf(writers.toArray(CompletableFuture[]::new));
            List<Long> read = new ArrayList<>();
            boolean ended;
            do {
                ended = all.isDone();
                long from = read.isEmpty() ? 0 : read.get(read.size() - 1);
                own(database).waiting(from, WEB, 1_000).forEach(event -> read.add(event.number()));
            } while (!ended);

            all.join();
            assertThat(read)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, 200)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    private static ChatEvent offered(Talk talk, int number) {
        return talk.event(
                "handoff.offered", number, "o-" + number, "{'offer':'o-" + number + "','rank':" + number + "}");
    }

    private static List<String> ids(List<Numbered> events) {
        return events.stream().map(event -> event.event().id()).toList();
    }

    private static OwnEvents own(Database database) {
        return new OwnEvents(database.tx());
    }

    private static Conversations store(Database database) {
        Instant now = Talk.NOON.plusSeconds(600);
        return new Conversations(database.tx(), Clock.fixed(now, ZoneOffset.UTC), DUE, Duration.ofDays(1));
    }
}
