package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.DueConversations.Claim;
import dev.parley.conversation.DueConversations.Settlement;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** The law of going on: packing from the earliest change comes to the same as packing everything anew. */
class TranscriptsTest {

    private static final Instant NOW = Talk.NOON.plusSeconds(600);
    private static final DueRule DUE = new DueRule(Duration.ZERO, Duration.ZERO, true, Duration.ZERO);

    /** Messages by number: few of them, so that they are edited and taken back often. */
    private static final int MESSAGES = 12;

    /** One thing that a chat service says of a message; a time before that of its post comes late. */
    private record Said(String kind, int message, int second, int length) {}

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void whatWasWrittenPartByPartIsTheWholeTranscript(
            @ForAll("conversations") List<List<Said>> deliveries, @ForAll boolean replayed) {
        try (Database database = Stores.h2()) {
            Talk talk = new Talk("web", "c");
            Conversations inbox =
                    new Conversations(database.tx(), Clock.fixed(NOW, ZoneOffset.UTC), DUE, Duration.ofHours(24));
            DueConversations due = new DueConversations(
                    database.tx(), Clock.fixed(NOW, ZoneOffset.UTC), DUE, Duration.ofMinutes(5), false);
            TreeMap<Integer, String> written = new TreeMap<>();
            int event = 0;
            for (List<Said> said : deliveries) {
                for (Said one : said) {
                    inbox.receive(List.of(event(talk, one, event++)));
                }
                if (replayed) {
                    due.replay(rows(due));
                }
                deliver(due, written);
            }

            TreeMap<Integer, String> whole = new TreeMap<>();
            due.page(Instant.EPOCH, 0, 1)
                    .forEach(snapshot ->
                            snapshot.transcript().changed().forEach(part -> whole.put(part.sequence(), part.body())));
            written.values().removeIf(String::isEmpty);
            assertThat(written).isEqualTo(whole);
        }
    }

    private static List<Long> rows(DueConversations due) {
        return due.page(Instant.EPOCH, 0, 1).stream().map(Snapshot::rowId).toList();
    }

    private static void deliver(DueConversations due, TreeMap<Integer, String> written) {
        Claim claim = due.claim(1);
        claim.conversations()
                .forEach(snapshot ->
                        snapshot.transcript().changed().forEach(part -> written.put(part.sequence(), part.body())));
        due.settle(
                claim,
                claim.conversations().stream()
                        .map(snapshot -> new Settlement(snapshot, true, true, true, null, null))
                        .toList(),
                em -> {});
    }

    private static ChatEvent event(Talk talk, Said said, int number) {
        String id = "m" + said.message();
        String text = Character.toString('a' + number % 26).repeat(said.length());
        return switch (said.kind()) {
            case "post" -> talk.event(
                    "chat.message.posted",
                    said.second(),
                    "e" + number,
                    "{'id':'" + id + "','author':{'role':'visitor'},'text':'" + text + "'}");
            case "edit" -> talk.event(
                    "chat.message.edited", said.second(), "e" + number, "{'id':'" + id + "','text':'" + text + "'}");
            default -> talk.event("chat.message.deleted", said.second(), "e" + number, "{'id':'" + id + "'}");
        };
    }

    @Provide
    Arbitrary<List<List<Said>>> conversations() {
        Arbitrary<Said> said = Combinators.combine(
                        Arbitraries.frequency(
                                net.jqwik.api.Tuple.of(6, "post"),
                                net.jqwik.api.Tuple.of(2, "edit"),
                                net.jqwik.api.Tuple.of(1, "delete")),
                        Arbitraries.integers().between(0, MESSAGES - 1),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.of(1, 100, 50_000, 70_000, 131_000, 200_000, 300_000))
                .as(Said::new);
        return said.list().ofMinSize(1).ofMaxSize(4).list().ofMinSize(1).ofMaxSize(5);
    }
}
