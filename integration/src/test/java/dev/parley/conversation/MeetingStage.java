package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.DueConversations.Settlement;
import dev.parley.store.Database;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A booking service whose meetings are stored, on every database. */
abstract class MeetingStage {
    static final DueRule DUE =
            new DueRule(Duration.ofSeconds(10), Duration.ofSeconds(30), false, Duration.ofMinutes(10));
    static final Instant NOW = Talk.NOON.plusSeconds(600);
    static final String TIMES = "'start':'2026-03-04T10:00:00Z','end':'2026-03-04T10:30:00Z'";
    static final String ANN =
            "'organizer':{'email':'olga@company.example'},'attendees':[{'email':'olga@company.example'},"
                    + "{'name':'Ann','email':'ANN@one.example'}]";

    final Talk booking = new Talk("calcom", null);
    final Counter refused = new SimpleMeterRegistry().counter("refused");
    final ConversationLinks links = ConversationLinks.signedWith("a key", refused);

    static List<ChatEvent> chain(String number) {
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
    static ChatEvent renamed(ChatEvent event, String number) {
        int place = event.envelope().id().charAt(1) - '1';
        return chain(number).get(place);
    }

    void chats(String source, String id, int second, String email, Database database) {
        Talk chat = new Talk(source, id);
        store(database)
                .receive(List.of(chat.event(
                        "chat.visitor.identified", second, "v-" + id, "{'visitor':{'email':'" + email + "'}}")));
    }

    void receive(Database database, String what, String data) {
        store(database).receive(List.of(booking.event("meeting." + what, 20, what + data.hashCode(), data)));
    }

    Conversations store(Database database) {
        MeetingClues clues = new MeetingClues(links::read, MeetingStoreTest::hash, Duration.ofDays(30));
        return new Conversations(database.tx(), Clock.fixed(NOW, ZoneOffset.UTC), DUE, Duration.ofHours(24), clues);
    }

    static Optional<String> hash(String address) {
        String normal = address.strip().toLowerCase(Locale.ROOT);
        return normal.contains("@") ? Optional.of("hash of " + normal) : Optional.empty();
    }

    static DueConversations due(Database database) {
        return dueAfter(60, database);
    }

    static DueConversations dueAfter(int seconds, Database database) {
        Clock then = Clock.fixed(NOW.plusSeconds(seconds), ZoneOffset.UTC);
        return new DueConversations(database.tx(), then, DUE, Duration.ofMinutes(5), false);
    }

    static void deliver(Database database) {
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

    static Snapshot look(Database database, String source, String id) {
        List<Snapshot> found = due(database).look(List.of(new ConversationKey(source, id)));
        assertThat(found).as(source + ":" + id).hasSize(1);
        return found.get(0);
    }

    static MeetingState only(Snapshot snapshot) {
        assertThat(snapshot.conversation().meetingStates()).hasSize(1);
        return snapshot.conversation().meetingStates().get(0);
    }

    static long conversations(Database database) {
        return database.tx().call(em -> em.createQuery("select count(c) from ConversationRow c", Long.class)
                .getSingleResult());
    }
}
