package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Readings.Reader;
import dev.parley.store.ScratchStore;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each message is read once, and again only when it or its reader has changed. */
class ReadingsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T12:00:00Z"), ZoneOffset.UTC);
    private static final DueRule AT_ONCE = new DueRule(Duration.ZERO, Duration.ZERO, true, Duration.ZERO);

    private final ScratchStore store = ScratchStore.open(ConversationEntities.classes());
    private final Tx tx = store.tx();
    private final Conversations conversations = new Conversations(tx, CLOCK, AT_ONCE, Duration.ofDays(1));
    private final Readings readings = new Readings(tx);
    private final List<String> read = new ArrayList<>();
    private final Talk talk = new Talk("web", "c1");

    @AfterEach
    void close() {
        store.close();
    }

    private Reader reader(String name) {
        return new Reader(name, message -> {
            read.add(message.id());
            return name + " " + message.text().value();
        });
    }

    private Snapshot conversation() {
        return conversation("c1");
    }

    private Snapshot conversation(String id) {
        DueConversations due = new DueConversations(tx, CLOCK, AT_ONCE, Duration.ofMinutes(1), false);
        return due.look(Set.of(new ConversationKey("web", id))).get(0);
    }

    private long rowOf(String id) {
        return conversation(id).rowId();
    }

    @Test
    void aMessageIsReadOnce() {
        conversations.receive(List.of(talk.says("visitor", 1, "m1", "one"), talk.says("agent", 2, "m2", "two")));

        assertThat(readings.of(conversation(), reader("a"))).containsExactly("a one", "a two");
        assertThat(readings.of(conversation(), reader("a"))).containsExactly("a one", "a two");
        assertThat(read).containsExactly("m1", "m2");
    }

    @Test
    void whatIsNewInSeveralConversationsIsReadTogether() {
        Talk other = new Talk("web", "c2");
        conversations.receive(List.of(talk.says("visitor", 1, "m1", "one"), other.says("visitor", 1, "o1", "other")));
        readings.of(conversation(), reader("a"));
        conversations.receive(List.of(
                talk.event("chat.message.edited", 2, "e2", "{'id':'m1','text':'won'}"),
                talk.says("visitor", 3, "m3", "three"),
                other.says("agent", 2, "o2", "answer")));
        read.clear();
        readings.read(Map.of(rowOf("c1"), reader("a"), rowOf("c2"), reader("a")));
        assertThat(read).containsExactlyInAnyOrder("m1", "m3", "o1", "o2");
        read.clear();

        assertThat(readings.of(conversation(), reader("a"))).containsExactly("a won", "a three");
        assertThat(readings.of(conversation("c2"), reader("a"))).containsExactly("a other", "a answer");
        assertThat(read).isEmpty();
    }

    @Test
    void oneThatComesLaterIsReadAlone() {
        conversations.receive(List.of(talk.says("visitor", 1, "m1", "one")));
        readings.of(conversation(), reader("a"));
        read.clear();
        conversations.receive(List.of(talk.says("visitor", 1, "m2", "two")));

        assertThat(readings.of(conversation(), reader("a"))).containsExactly("a one", "a two");
        assertThat(read).containsExactly("m2");
    }

    @Test
    void anEditIsReadAndADeletedMessageIsNot() {
        conversations.receive(List.of(talk.says("visitor", 1, "m1", "one"), talk.says("visitor", 2, "m2", "two")));
        readings.of(conversation(), reader("a"));
        conversations.receive(List.of(
                talk.event("chat.message.edited", 3, "e3", "{'id':'m1','text':'won'}"),
                talk.event("chat.message.deleted", 4, "e4", "{'id':'m2'}")));

        assertThat(readings.of(conversation(), reader("a"))).containsExactly("a won");
    }

    @Test
    void anotherReaderReadsAnewAndOneThatOnlyTriesLeavesWhatIsKept() {
        conversations.receive(List.of(talk.says("visitor", 1, "m1", "one")));
        readings.of(conversation(), reader("a"));

        assertThat(readings.tried(conversation(), reader("b"))).containsExactly("b one");
        read.clear();
        assertThat(readings.of(conversation(), reader("a"))).containsExactly("a one");
        assertThat(read).isEmpty();
        assertThat(readings.of(conversation(), reader("b"))).containsExactly("b one");
    }
}
