package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import dev.parley.store.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A meeting is counted in one conversation, in whatever order and company its events come. */
class MeetingStoreTest extends MeetingStage {
    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void oneMeetingIsOneConversationInWhateverOrderItsEventsArrive(Database database) {
        try (database) {
            int turn = 0;
            for (List<ChatEvent> order : Collections2.permutations(chain("0"))) {
                String number = String.valueOf(++turn);
                order.stream().map(event -> renamed(event, number)).forEach(event -> store(database)
                        .receive(List.of(event)));

                MeetingState meeting = only(look(database, "calcom", "a" + number));
                assertThat(meeting.firstUid()).isEqualTo("a" + number);
                assertThat(meeting.status()).isEqualTo(MeetingStatus.CANCELLED);
                assertThat(meeting.start()).isEqualTo(Instant.parse("2026-03-04T12:00:00Z"));
            }
            assertThat(conversations(database)).isEqualTo(turn);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void eventsOfOneMeetingThatArriveTogetherMeetInOneConversation(Database database) throws InterruptedException {
        try (database) {
            ExecutorService both = Executors.newFixedThreadPool(4);
            List<ChatEvent> events = new ArrayList<>();
            for (int meeting = 0; meeting < 25; meeting++) {
                String number = String.valueOf(meeting);
                chain("0").forEach(event -> events.add(renamed(event, number)));
            }
            events.forEach(event -> both.execute(() -> store(database).receive(List.of(event))));
            both.shutdown();
            assertThat(both.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

            for (int meeting = 0; meeting < 25; meeting++) {
                MeetingState state = only(look(database, "calcom", "a" + meeting));
                assertThat(state.status()).isEqualTo(MeetingStatus.CANCELLED);
            }
            assertThat(conversations(database)).isEqualTo(25);
            assertThat(store(database).receive(events)).isEqualTo(new Receipt(0, 75));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aWholeChainInOneBatchIsOneConversation(Database database) {
        try (database) {
            assertThat(store(database).receive(chain("1"))).isEqualTo(new Receipt(3, 0));

            assertThat(only(look(database, "calcom", "a1")).status()).isEqualTo(MeetingStatus.CANCELLED);
            assertThat(look(database, "calcom", "a1").version()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aServiceThatNamesTheConversationLaterBringsTheMeetingThere(Database database) {
        try (database) {
            receive(database, "booked", "{'uid':'a'," + TIMES + "}");
            Talk chat = new Talk("calcom", "c9");
            store(database).receive(List.of(chat.event("meeting.held", 50, "h", "{'uid':'a'}")));
            receive(database, "answered", "{'uid':'a'}");

            assertThat(only(look(database, "calcom", "c9")).status()).isEqualTo(MeetingStatus.HELD);
            assertThat(only(look(database, "calcom", "c9")).start()).isNotNull();
            assertThat(look(database, "calcom", "c9").version()).isEqualTo(3);
            assertThat(conversations(database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void twoConversationsThatNameOneMeetingInOneBatchBothKeepWhatWasSaid(Database database) {
        try (database) {
            for (String known : List.of("known", "new")) {
                Talk first = new Talk("calcom", "a-" + known);
                Talk second = new Talk("calcom", "b-" + known);
                if (known.equals("known")) {
                    store(database).receive(List.of(first.says("visitor", 1, "m1", "Hello")));
                }
                String uid = "{'uid':'u-" + known + "'";
                List<ChatEvent> batch = List.of(
                        first.event("meeting.booked", 20, "booked-" + known, uid + "," + TIMES + "}"),
                        second.event("meeting.cancelled", 30, "cancelled-" + known, uid + "}"));

                assertThat(store(database).receive(batch)).isEqualTo(new Receipt(2, 0));

                assertThat(only(look(database, "calcom", "a-" + known)).status())
                        .isEqualTo(MeetingStatus.BOOKED);
                assertThat(only(look(database, "calcom", "b-" + known)).status())
                        .isEqualTo(MeetingStatus.CANCELLED);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aConversationThatTheCrmHoldsStaysAndTheChainComesToIt(Database database) {
        try (database) {
            receive(database, "booked", "{'uid':'b'," + TIMES + "}");
            deliver(database);
            receive(database, "booked", "{'uid':'a'," + TIMES + "}");
            receive(database, "rescheduled", "{'uid':'b','previousUid':'a'," + TIMES + "}");

            MeetingState meeting = only(look(database, "calcom", "b"));
            assertThat(meeting.firstUid()).isEqualTo("a");
            assertThat(meeting.status()).isEqualTo(MeetingStatus.RESCHEDULED);
            assertThat(conversations(database)).isEqualTo(1);
            assertThat(due(database).claim(10, true).conversations())
                    .as("at once")
                    .hasSize(1);
        }
    }

    /** Else the CRM would get a record of its own for what turns out to be a meeting that it has. */
    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aMeetingWhoseEarlierUidNobodyToldOfWaitsForItAWhile(Database database) {
        try (database) {
            receive(database, "booked", "{'uid':'a'," + TIMES + "," + ANN + "}");
            deliver(database);
            receive(database, "rescheduled", "{'uid':'c','previousUid':'b'," + TIMES + "," + ANN + "}");
            assertThat(dueAfter(5, database).claim(10, true).conversations()).isEmpty();

            receive(database, "rescheduled", "{'uid':'b','previousUid':'a'," + TIMES + "," + ANN + "}");
            assertThat(dueAfter(5, database).claim(10, true).conversations())
                    .singleElement()
                    .satisfies(found -> {
                        assertThat(only(found).firstUid()).isEqualTo("a");
                        assertThat(only(found).uid()).isEqualTo("c");
                    });
        }
    }
}
