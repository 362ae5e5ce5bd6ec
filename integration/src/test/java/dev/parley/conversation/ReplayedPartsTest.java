package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

/** A replay looks at every part of a transcript, whatever becomes of the conversation meanwhile. */
class ReplayedPartsTest {

    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, true, Duration.ZERO);
    private static final Instant NOW = Talk.NOON.plusSeconds(600);

    /** A part holds one of them. */
    private static final String LONG = "a".repeat(100_000);

    private final Talk talk = new Talk("web", "c");

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void oneThatHasGrownSinceItWasWrittenIsLookedAtFromItsStart(Database database) {
        try (database) {
            twoPartsAreWritten(database);
            receive(database, talk.says("visitor", 7, "m3", LONG));

            replay(database);

            assertThat(due(database)
                            .claim(1)
                            .conversations()
                            .get(0)
                            .transcript()
                            .changed())
                    .extracting(TranscriptPart::sequence)
                    .containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aPartThatIsNoLongerNeededIsBlankedAllTheSame(Database database) {
        try (database) {
            twoPartsAreWritten(database);
            receive(database, talk.event("chat.message.deleted", 8, "gone", "{'id':'m2'}"));

            replay(database);

            assertThat(due(database)
                            .claim(1)
                            .conversations()
                            .get(0)
                            .transcript()
                            .changed())
                    .extracting(TranscriptPart::sequence, part -> part.body().isEmpty())
                    .containsExactly(tuple(1, false), tuple(2, true));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void oneThatIsBeingWrittenComesAgainInWhole(Database database) {
        try (database) {
            twoPartsAreWritten(database);
            receive(database, talk.says("visitor", 7, "m3", LONG));
            Claim claim = due(database).claim(1);

            replay(database);
            settle(database, claim);

            assertThat(due(database).claim(1).conversations())
                    .singleElement()
                    .satisfies(again -> assertThat(again.transcript().changed()).hasSize(3));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void onceWrittenInWholeItIsNotAgain(Database database) {
        try (database) {
            twoPartsAreWritten(database);
            replay(database);
            settle(database, due(database).claim(1));
            assertThat(due(database).claim(1).conversations()).isEmpty();

            receive(database, talk.says("visitor", 7, "m3", LONG));
            assertThat(due(database)
                            .claim(1)
                            .conversations()
                            .get(0)
                            .transcript()
                            .changed())
                    .extracting(TranscriptPart::sequence)
                    .doesNotContain(1);
        }
    }

    private void twoPartsAreWritten(Database database) {
        receive(database, talk.says("visitor", 5, "m1", LONG), talk.says("visitor", 6, "m2", LONG));
        settle(database, due(database).claim(1));
    }

    private void replay(Database database) {
        due(database)
                .replay(List.of(due(database).look(List.of(talk.key())).get(0).rowId()));
    }

    private static void settle(Database database, Claim claim) {
        Settlement applied = new Settlement(claim.conversations().get(0), true, true, true, null, null);
        due(database).settle(claim, List.of(applied), em -> {});
    }

    private static void receive(Database database, ChatEvent... events) {
        new Conversations(database.tx(), Clock.fixed(NOW, ZoneOffset.UTC), DUE, Duration.ofHours(24))
                .receive(List.of(events));
    }

    private static DueConversations due(Database database) {
        return new DueConversations(database.tx(), Clock.fixed(NOW, ZoneOffset.UTC), DUE, Duration.ofMinutes(5), false);
    }
}
