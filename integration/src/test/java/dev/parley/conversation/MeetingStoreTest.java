package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.DueConversations.Settlement;
import dev.parley.store.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whose conversation a meeting is counted in, on every database. */
class MeetingStoreTest {

    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    private static final Instant NOW = Talk.NOON.plusSeconds(600);
    private static final String TIMES = "'start':'2026-03-04T10:00:00Z','end':'2026-03-04T10:30:00Z'";
    private static final String ANN =
            "'organizer':{'email':'olga@company.example'},'attendees':[{'email':'olga@company.example'},"
                    + "{'name':'Ann','email':'ANN@one.example'}]";

    private final Talk booking = new Talk("calcom", null);
    private final Counter refused = new SimpleMeterRegistry().counter("refused");
    private final ConversationLinks links = ConversationLinks.signedWith("a key", refused);

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
    void aSignedLinkLeadsToItsConversation(Database database) {
        try (database) {
            Talk chat = new Talk("web", "c1");
            store(database).receive(List.of(chat.says("visitor", 1, "m1", "Hello")));
            String link = links.of(chat.key());

            receive(database, "booked", "{'uid':'a'," + TIMES + ",'conversation':'" + link + "'}");
            receive(database, "cancelled", "{'uid':'a'}");

            assertThat(only(look(database, "web", "c1")).status()).isEqualTo(MeetingStatus.CANCELLED);
            assertThat(look(database, "web", "c1").version()).isEqualTo(3);
            assertThat(refused.count()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aLinkThatParleyDidNotSignIsCountedAndIgnored(Database database) {
        try (database) {
            Talk chat = new Talk("web", "c1");
            store(database).receive(List.of(chat.says("visitor", 1, "m1", "Hello")));
            String good = links.of(chat.key());
            String other = links.of(new ConversationKey("web", "c2"));
            String elsewhere =
                    ConversationLinks.signedWith("another key", refused).of(chat.key());
            List<String> forged = List.of(
                    "",
                    ".",
                    "c1",
                    "%%%.%%%",
                    good.substring(0, good.length() - 2),
                    other.split("\\.")[0] + "." + good.split("\\.")[1],
                    elsewhere,
                    "x".repeat(3_000) + "." + good);

            forged.forEach(link -> receive(
                    database,
                    "booked",
                    "{'uid':'u" + link.hashCode() + "','conversation':'" + link + "'," + TIMES + "}"));
            receive(database, "booked", "{'uid':'odd','conversation':{'a':[1]}," + TIMES + "}");

            assertThat(look(database, "web", "c1").version()).isEqualTo(1);
            assertThat(refused.count()).isEqualTo(forged.size());
            assertThat(conversations(database)).isEqualTo(1 + forged.size() + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theKeyOfLinksIsMadeOnceAndKept(Database database) {
        try (database) {
            ConversationKey chat = new ConversationKey("web", "ä/ü");
            String link = ConversationLinks.of(database.tx(), refused).of(chat);

            assertThat(ConversationLinks.of(database.tx(), refused).read(link)).contains(chat);
            assertThat(links.read(link)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void theAttendeesAddressLeadsToTheirLatestConversation(Database database) {
        try (database) {
            chats("web", "early", 1, "ann@one.example", database);
            chats("whatsapp", "late", 5, " Ann@One.example", database);
            chats("web", "of-another", 9, "eve@two.example", database);

            receive(database, "booked", "{'uid':'a'," + TIMES + "," + ANN + "}");
            receive(database, "rescheduled", "{'uid':'b','previousUid':'a'," + TIMES + "}");

            MeetingState meeting = only(look(database, "whatsapp", "late"));
            assertThat(meeting.status()).isEqualTo(MeetingStatus.RESCHEDULED);
            assertThat(meeting.source()).isEqualTo("calcom");
            assertThat(conversations(database)).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void neitherAnOrganizerNorAnAgentNorALongPastConversationIsFound(Database database) {
        try (database) {
            chats("web", "organizer", 1, "olga@company.example", database);
            chats("web", "agent", 1, "ann@one.example", database);
            store(database)
                    .receive(List.of(new Talk("web", "agent")
                            .event(
                                    "chat.participant.joined",
                                    2,
                                    "j",
                                    "{'role':'agent','participant':{'id':'Ann@one.example'}}")));
            chats("web", "past", -40 * 86_400, "ann@one.example", database);

            receive(database, "booked", "{'uid':'a'," + TIMES + "," + ANN + "}");

            assertThat(only(look(database, "calcom", "a")).status()).isEqualTo(MeetingStatus.BOOKED);
            assertThat(look(database, "calcom", "a").conversation().visitor().name())
                    .isEqualTo("Ann");
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

    private static List<ChatEvent> chain(String number) {
        Talk talk = new Talk("calcom", null);
        return List.of(
                talk.event("meeting.booked", 1, "e1-" + number, "{'uid':'a" + number + "'," + TIMES + "}"),
                talk.event(
                        "meeting.rescheduled",
                        2,
                        "e2-" + number,
                        "{'uid':'b" + number + "','previousUid':'a" + number
                                + "','start':'2026-03-04T12:00:00Z','end':'2026-03-04T12:30:00Z'}"),
                talk.event("meeting.cancelled", 3, "e3-" + number, "{'uid':'b" + number + "'}"));
    }

    /** The same event of the chain with another number. */
    private static ChatEvent renamed(ChatEvent event, String number) {
        int place = event.envelope().id().charAt(1) - '1';
        return chain(number).get(place);
    }

    private void chats(String source, String id, int second, String email, Database database) {
        Talk chat = new Talk(source, id);
        store(database)
                .receive(List.of(chat.event(
                        "chat.visitor.identified", second, "v-" + id, "{'visitor':{'email':'" + email + "'}}")));
    }

    private void receive(Database database, String what, String data) {
        store(database).receive(List.of(booking.event("meeting." + what, 20, what + data.hashCode(), data)));
    }

    private Conversations store(Database database) {
        MeetingClues clues = new MeetingClues(links::read, MeetingStoreTest::hash, Duration.ofDays(30));
        return new Conversations(database.tx(), Clock.fixed(NOW, ZoneOffset.UTC), DUE, Duration.ofHours(24), clues);
    }

    private static Optional<String> hash(String address) {
        String normal = address.strip().toLowerCase(Locale.ROOT);
        return normal.contains("@") ? Optional.of("hash of " + normal) : Optional.empty();
    }

    private static DueConversations due(Database database) {
        return dueAfter(60, database);
    }

    private static DueConversations dueAfter(int seconds, Database database) {
        Clock then = Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC);
        return new DueConversations(database.tx(), then, DUE, Duration.ofMinutes(5), false);
    }

    private static void deliver(Database database) {
        Claim claim = due(database).claim(10, true);
        assertThat(claim.conversations()).isNotEmpty();
        due(database)
                .settle(
                        claim,
                        claim.conversations().stream()
                                .map(snapshot -> new Settlement(snapshot, true, true, false, null, null))
                                .toList(),
                        em -> {});
    }

    private static Snapshot look(Database database, String source, String id) {
        List<Snapshot> found = due(database).look(List.of(new ConversationKey(source, id)));
        assertThat(found).as(source + ":" + id).hasSize(1);
        return found.get(0);
    }

    private static MeetingState only(Snapshot snapshot) {
        assertThat(snapshot.conversation().meetingStates()).hasSize(1);
        return snapshot.conversation().meetingStates().get(0);
    }

    private static long conversations(Database database) {
        return database.tx().call(em -> em.createQuery("select count(c) from ConversationRow c", Long.class)
                .getSingleResult());
    }
}
