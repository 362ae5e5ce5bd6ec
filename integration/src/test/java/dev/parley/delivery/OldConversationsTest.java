package dev.parley.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Conversations;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.DueConversations.Settlement;
import dev.parley.conversation.DueRule;
import dev.parley.conversation.Receipt;
import dev.parley.conversation.Talk;
import dev.parley.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the store forgets, and what it does not. */
class OldConversationsTest {

    private static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));

    private final Talk delivered = new Talk("web", "delivered");
    private final Talk waiting = new Talk("web", "waiting");
    private final Talk widget = new Talk("web", "widget");

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void forgetsWhatHasRestedLongEnoughAndIsNotDue(Database database) {
        try (database) {
            receive(database, delivered);
            DueConversations due = due(database);
            Claim claim = due.claim(10);
            due.settle(
                    claim,
                    claim.conversations().stream()
                            .map(snapshot -> new Settlement(snapshot, true, true, false, null, null))
                            .toList(),
                    em -> {});
            receive(database, waiting);
            inbox(database).receive(List.of(widget.event("chat.conversation.started", 0, "w", "{}")));
            book(database, "u-delivered");
            book(database, "u-waiting");

            assertThat(old(database, Period.ofDays(29)).forget()).isEqualTo(2);
            assertThat(booked(database)).containsExactly("u-waiting");
            assertThat(due.standing(delivered.key())).isEmpty();
            assertThat(due.standing(widget.key())).isEmpty();
            assertThat(due.standing(waiting.key())).isPresent();
            assertThat(receive(database, delivered))
                    .as("its events are new again")
                    .isEqualTo(new Receipt(3, 0));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void keepsWhatIsYounger(Database database) {
        try (database) {
            inbox(database).receive(List.of(widget.event("chat.conversation.started", 0, "w", "{}")));

            assertThat(old(database, Period.ofDays(31)).forget()).isZero();
            assertThat(due(database).standing(widget.key())).isPresent();
        }
    }

    private static void book(Database database, String uid) {
        database.tx()
                .run(em -> em.createNativeQuery("insert into meeting_booking (source, uid, ical_uid, seller, start_at,"
                                + " end_at, cancelled, revision, stamp_at, told) values ('web', :uid, :uid, 'ada',"
                                + " :start, :end, false, 0, :start, 0)")
                        .setParameter("uid", uid)
                        .setParameter("start", Talk.NOON)
                        .setParameter("end", Talk.NOON.plusSeconds(1800))
                        .executeUpdate());
    }

    private static List<String> booked(Database database) {
        List<?> uids = database.tx().call(em -> em.createNativeQuery("select uid from meeting_booking order by uid")
                .getResultList());
        return uids.stream().map(String::valueOf).toList();
    }

    private static Receipt receive(Database database, Talk talk) {
        String id = talk.key().id();
        return inbox(database)
                .receive(List.of(
                        talk.says("visitor", 5, "m-" + id, "Hello"),
                        talk.event("meeting.requested", 5, "meeting-" + id, "{'uid':'u-" + id + "'}"),
                        talk.event("chat.conversation.closed", 6, "close-" + id, "{}")));
    }

    private static Conversations inbox(Database database) {
        return new Conversations(database.tx(), at(Talk.NOON.plusSeconds(60)), DUE, Duration.ofHours(24));
    }

    private static DueConversations due(Database database) {
        return new DueConversations(database.tx(), at(Talk.NOON.plusSeconds(60)), DUE, Duration.ofMinutes(5), false);
    }

    /** Thirty days later. */
    private static OldConversations old(Database database, Period keep) {
        return new OldConversations(database.tx(), at(Talk.NOON.plus(Duration.ofDays(30))), keep);
    }

    private static Clock at(Instant instant) {
        return Clock.fixed(instant, ZoneOffset.UTC);
    }
}
