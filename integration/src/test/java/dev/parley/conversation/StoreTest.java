package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.DueConversations.Settlement;
import dev.parley.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the store promises, on every database it runs on. */
class StoreTest {

    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    private static final Instant NOW = Talk.NOON.plusSeconds(600);

    private final Talk talk = new Talk("web", "c1");

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void takesEachEventOnce(Database database) {
        try (database) {
            Inbox inbox = store(database);
            List<ChatEvent> events = List.of(talk.started(0), talk.says("visitor", 5, "m1", "Hello"));

            assertThat(inbox.receive(events)).isEqualTo(new Receipt(2, 0));
            assertThat(inbox.receive(events)).isEqualTo(new Receipt(0, 2));
            assertThat(inbox.receive(List.of(talk.closed(9), talk.closed(9)))).isEqualTo(new Receipt(1, 1));

            assertThat(look(database).version()).isEqualTo(3);
            assertThat(look(database).tally().messages()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void comesToTheSameInWhateverOrderEventsArrive(Database database) {
        try (database) {
            store(database).receive(conversation(talk));
            Snapshot orderly = look(database);
            for (int seed = 0; seed < 10; seed++) {
                Talk other = new Talk("web", "shuffled" + seed);
                List<ChatEvent> events = new ArrayList<>(renamed(conversation(other), seed));
                events.addAll(events.subList(0, 7));
                Collections.shuffle(events, new Random(seed));
                IntStream.range(0, events.size()).forEach(i -> store(database).receive(events.subList(i, i + 1)));

                Snapshot shuffled = look(database, other);
                assertThat(shuffled.tally()).isEqualTo(orderly.tally());
                assertThat(shuffled.status()).isEqualTo(orderly.status());
                assertThat(shuffled.conversation().visitor())
                        .isEqualTo(orderly.conversation().visitor());
                assertThat(shuffled.conversation().transfers()).isEqualTo(1);
                assertThat(bodies(shuffled)).isEqualTo(bodies(orderly));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void leasesEachDueConversationToOneWorker(Database database) {
        try (database) {
            store(database).receive(List.of(talk.says("visitor", 5, "m1", "Hello"), talk.closed(6)));
            DueConversations due = due(database, NOW);

            Claim first = due.claim(10);
            assertThat(first.conversations()).hasSize(1);
            assertThat(due.claim(10).conversations()).isEmpty();

            Instant lapsed = NOW.plus(Duration.ofMinutes(6));
            Claim second = due(database, lapsed).claim(10);
            assertThat(second.conversations()).as("a lease that ran out").hasSize(1);

            due.settle(first, settled(first), em -> {});
            assertThat(look(database).appliedVersion())
                    .as("too late: another has it")
                    .isZero();
            due(database, lapsed).settle(second, settled(second), em -> {});
            assertThat(look(database).appliedVersion()).isEqualTo(2);
            assertThat(due.waiting()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void keepsAConversationDueThatGrewWhileItWasWritten(Database database) {
        try (database) {
            store(database).receive(List.of(talk.says("visitor", 5, "m1", "Hello"), talk.closed(6)));
            Claim claim = due(database, NOW).claim(10);
            store(database).receive(List.of(talk.says("visitor", 7, "m2", "One more thing")));
            due(database, NOW).settle(claim, settled(claim), em -> {});

            Claim again = due(database, NOW).claim(10);
            assertThat(again.conversations()).singleElement().satisfies(snapshot -> {
                assertThat(snapshot.tally().messages()).isEqualTo(2);
                assertThat(snapshot.transcript().changed()).singleElement().satisfies(part -> assertThat(part.body())
                        .contains("One more thing"));
            });
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void writesNothingOfAnOpenedWidget(Database database) {
        try (database) {
            store(database).receive(List.of(talk.started(0), talk.closed(3)));

            assertThat(due(database, NOW.plusSeconds(3600)).claim(10).conversations())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void callsHistoryWhatWasOldWhenItArrived(Database database) {
        try (database) {
            Clock late = Clock.fixed(Talk.NOON.plus(Duration.ofHours(25)), ZoneOffset.UTC);
            new Conversations(database.tx(), late, DUE, Duration.ofHours(24))
                    .receive(List.of(talk.says("visitor", 5, "m1", "Hello")));
            assertThat(look(database).live()).isFalse();

            store(database).receive(List.of(talk.says("visitor", 6, "m2", "Still there?")));
            assertThat(look(database).live()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void storesNoCardNumber(Database database) throws java.sql.SQLException {
        try (database) {
            store(database).receive(List.of(talk.says("visitor", 5, "m1", "my card is 4111 1111 1111 1111, ok?")));

            assertThat(bodies(look(database)))
                    .singleElement()
                    .asString()
                    .contains("my card is [card number removed], ok?");
            try (var connection = database.dataSource().getConnection();
                    var rows = connection.createStatement().executeQuery("select data from chat_event")) {
                rows.next();
                assertThat(rows.getString(1)).doesNotContain("4111 1111").contains("[card number removed]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void losesNothingThatComesWhileAConversationIsFoundNotToBeMeantForTheCrm(Database database) {
        try (database) {
            store(database).receive(List.of(talk.says("visitor", 5, "m1", "Hello"), talk.closed(6)));
            Claim claim = due(database, NOW).claim(10);
            store(database)
                    .receive(List.of(
                            talk.event("chat.visitor.identified", 7, "i1", "{'visitor':{'email':'a@one.example'}}")));
            due(database, NOW).settle(claim, leftOut(claim), em -> {});

            assertThat(due(database, NOW).claim(10).conversations())
                    .singleElement()
                    .satisfies(snapshot -> assertThat(
                                    snapshot.conversation().visitor().email())
                            .isEqualTo("a@one.example"));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void looksAgainAtWhatWasLeftOutOnceTheVisitorIsKnown(Database database) {
        try (database) {
            store(database).receive(List.of(talk.says("visitor", 5, "m1", "Hello"), talk.closed(6)));
            Claim claim = due(database, NOW).claim(10);
            due(database, NOW).settle(claim, leftOut(claim), em -> {});
            assertThat(due(database, NOW).waiting()).isZero();

            store(database)
                    .receive(List.of(
                            talk.event("chat.visitor.identified", 7, "i1", "{'visitor':{'email':'a@one.example'}}")));

            assertThat(due(database, NOW).waiting()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void staysClosedThoughTheLastMessageCameAtTheSameInstant(Database database) {
        try (database) {
            Instant close = Talk.NOON.plusNanos(123_456_700);
            store(database).receive(List.of(at(close, talk.says("agent", 0, "m1", "Bye")), at(close, talk.closed(0))));

            assertThat(look(database).status()).isEqualTo("Closed");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void takesTheLargestBatchAndTheLongestTranscript(Database database) {
        try (database) {
            List<ChatEvent> batch = IntStream.range(0, 10_000)
                    .mapToObj(i -> talk.says("visitor", i % 600, "m" + i, "Line " + i))
                    .toList();
            String messages = IntStream.range(0, 12_000)
                    .mapToObj(i -> "{'id':'t" + i + "','author':{'role':'agent'},'text':'x'}")
                    .collect(Collectors.joining(","));

            assertThat(store(database).receive(batch)).isEqualTo(new Receipt(10_000, 0));
            assertThat(store(database).receive(batch)).isEqualTo(new Receipt(0, 10_000));
            store(database)
                    .receive(List.of(
                            talk.event("chat.conversation.transcribed", 1, "t", "{'messages':[" + messages + "]}")));
            assertThat(look(database).tally().messages()).isEqualTo(22_000);
        }
    }

    private static ChatEvent at(Instant time, ChatEvent event) {
        Envelope e = event.envelope();
        return ChatEvents.read(new Envelope(e.id(), e.source(), e.type(), e.subject(), time, e.sequence(), e.data()));
    }

    private static List<Settlement> leftOut(Claim claim) {
        return claim.conversations().stream()
                .map(snapshot -> new Settlement(snapshot, false, true, false, null, "left out"))
                .toList();
    }

    private static List<ChatEvent> conversation(Talk talk) {
        return List.of(
                talk.started(0),
                talk.event("chat.visitor.identified", 1, "i1", "{'visitor':{'email':'a@one.example','name':'A'}}"),
                talk.says("agent", 2, "m0", "Welcome"),
                talk.says("visitor", 5, "m1", "Helo"),
                talk.event("chat.message.edited", 6, "x1", "{'id':'m1','text':'Hello'}"),
                talk.says("visitor", 7, "m2", "oops"),
                talk.event("chat.message.deleted", 8, "x2", "{'id':'m2'}"),
                talk.event("chat.visitor.identified", 9, "i2", "{'visitor':{'email':'b@one.example'}}"),
                talk.event("chat.participant.left", 10, "l1", "{'role':'agent','reason':'transfer'}"),
                talk.says("agent", 12, "m3", "How can I help?"),
                talk.says("system", 13, "m4", "Lee joined"),
                talk.closed(20),
                talk.event("chat.rating.given", 25, "r1", "{'value':4,'scale':5}"));
    }

    /** Event ids are unique in their source, so each shuffled conversation needs its own. */
    private static List<ChatEvent> renamed(List<ChatEvent> events, int seed) {
        return events.stream()
                .map(ChatEvent::envelope)
                .map(e -> ChatEvents.read(new Envelope(
                        e.id() + "-" + seed, e.source(), e.type(), e.subject(), e.time(), e.sequence(), e.data())))
                .toList();
    }

    private static List<Settlement> settled(Claim claim) {
        return claim.conversations().stream()
                .map(snapshot -> new Settlement(snapshot, true, true, false, null, null))
                .toList();
    }

    private static List<String> bodies(Snapshot snapshot) {
        return snapshot.transcript().changed().stream()
                .map(TranscriptPart::body)
                .toList();
    }

    private static Conversations store(Database database) {
        return new Conversations(database.tx(), Clock.fixed(NOW, ZoneOffset.UTC), DUE, Duration.ofHours(24));
    }

    private static DueConversations due(Database database, Instant now) {
        return new DueConversations(database.tx(), Clock.fixed(now, ZoneOffset.UTC), DUE, Duration.ofMinutes(5), false);
    }

    private Snapshot look(Database database) {
        return look(database, talk);
    }

    private static Snapshot look(Database database, Talk talk) {
        return due(database, NOW).look(List.of(talk.key())).get(0);
    }
}
