package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.DueConversations.Settlement;
import dev.parley.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** History and replays wait until nobody else does. */
class BackgroundTest {

    private static final DueRule DUE =
            new DueRule(Duration.ZERO, Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    private static final Instant LAST_WEEK = Talk.NOON.plus(Duration.ofDays(7));
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Talk old = new Talk("web", "old");
    private final Talk live = new Talk("web", "live");

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void whatIsGoingOnIsClaimedBeforeHistoryThatWaitsForLonger(Database database) {
        try (database) {
            receive(database, LAST_WEEK, old);
            receive(database, Talk.NOON.plusSeconds(60), live);

            assertThat(claimed(due(database).claim(1))).containsExactly("live");
            assertThat(claimed(due(database).claim(1))).containsExactly("old");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aClaimIsFilledWithWhatWaitsUnlessCallsAreScarce(Database database) {
        try (database) {
            receive(database, LAST_WEEK, old);
            receive(database, Talk.NOON.plusSeconds(60), live);

            assertThat(claimed(due(database).claim(10, false))).containsExactly("live");
            assertThat(claimed(due(database).claim(10, false))).isEmpty();
            assertThat(claimed(due(database).claim(10, true))).containsExactly("old");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void historyThatIsTreatedAsNewWaitsAllTheSame(Database database) {
        try (database) {
            new Conversations(database.tx(), at(LAST_WEEK), DUE, Duration.ofHours(24))
                    .receiveAsNew(List.of(old.says("visitor", 5, "m1", "Hello")));

            assertThat(claimed(due(database).claim(10, false))).isEmpty();
            assertThat(claimed(due(database).claim(10, true))).containsExactly("old");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aReplayWaitsUntilSomethingNewIsSaid(Database database) {
        try (database) {
            receive(database, Talk.NOON.plusSeconds(60), live);
            long row = applied(database);

            due(database).replay(List.of(row));
            assertThat(claimed(due(database).claim(10, false))).isEmpty();

            new Conversations(database.tx(), at(Talk.NOON.plusSeconds(61)), DUE, Duration.ofHours(24))
                    .receive(List.of(live.closed(30)));
            assertThat(claimed(due(database).claim(10, false))).containsExactly("live");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aReplayDoesNotPutOffWhatIsDueAnyway(Database database) {
        try (database) {
            receive(database, Talk.NOON.plusSeconds(60), live);

            due(database)
                    .replay(List.of(
                            due(database).look(List.of(live.key())).get(0).rowId()));

            assertThat(claimed(due(database).claim(10, false))).containsExactly("live");
        }
    }

    private static long applied(Database database) {
        Claim claim = due(database).claim(10);
        Snapshot snapshot = claim.conversations().get(0);
        due(database).settle(claim, List.of(new Settlement(snapshot, true, true, false, null, null)), em -> {});
        return snapshot.rowId();
    }

    private static List<String> claimed(Claim claim) {
        return claim.conversations().stream()
                .map(snapshot -> snapshot.key().id())
                .toList();
    }

    private static void receive(Database database, Instant now, Talk talk) {
        new Conversations(database.tx(), at(now), DUE, Duration.ofHours(24))
                .receive(List.of(talk.says("visitor", 5, "in-" + talk.key().id(), "Hello")));
    }

    private static DueConversations due(Database database) {
        return new DueConversations(database.tx(), at(LAST_WEEK.plus(Duration.ofDays(1))), DUE, LEASE, false);
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
