package dev.parley.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law of the fold: the order of arrival, and how often an event comes, change nothing. */
class FoldPropertiesTest {

    private static final List<String> KINDS = List.of(
            "chat.conversation.started {'channel':'web','page':{'url':'p%d'},'visitor':{'name':'n%d'}}",
            "chat.visitor.identified {'visitor':{'email':'v%d@one.example','company':' '}}",
            "chat.form.submitted {'answers':{'phone':'+46%d'}}",
            "chat.message.posted {'id':'m%d','author':{'role':'visitor'},'text':'t%d'}",
            "chat.message.posted {'id':'m%d','author':{'role':'agent','id':'a%d'},'text':'u%d'}",
            "chat.message.posted {'id':'m%d','author':{'role':'agent'},'text':'w%d','private':true}",
            "chat.message.edited {'id':'m%d','text':'edited%d'}",
            "chat.message.deleted {'id':'m%d'}",
            "chat.participant.left {'role':'agent','reason':'transfer'}",
            "chat.conversation.transcribed {'messages':[{'id':'m%d','author':{'role':'bot'},'text':'x%d'},"
                    + "{'id':'m7','author':{'role':'agent'},'text':'y%d','time':'2026-03-02T12:00:0%dZ'}]}",
            "chat.rating.given {'value':%d,'scale':5}",
            "chat.consent.changed {'purpose':'p%d','given':true}",
            "meeting.booked {'uid':'u%d','start':'2026-03-02T12:00:00Z','end':'2026-03-02T13:00:00Z'}",
            "chat.conversation.closed {'by':'agent%d'}");

    private record Folded(Conversation conversation, Map<String, MessageState> messages) {}

    @Property(tries = 2000)
    void orderAndRepetitionChangeNothing(@ForAll("conversations") List<ChatEvent> events, @ForAll long seed) {
        List<ChatEvent> arrived = new ArrayList<>(events);
        Random random = new Random(seed);
        for (int i = 0; i < events.size() / 2; i++) {
            arrived.add(events.get(random.nextInt(events.size())));
        }
        java.util.Collections.shuffle(arrived, random);

        assertThat(folded(arrived)).isEqualTo(folded(events));
    }

    @Property(tries = 1000)
    void positionsSortAsTheirBytesDo(@ForAll("positions") Position one, @ForAll("positions") Position other) {
        int byParts = one.time().compareTo(other.time());
        if (byParts == 0) {
            byParts = codePoints(one.sequence()).compareTo(codePoints(other.sequence()));
        }
        if (byParts == 0) {
            byParts = codePoints(one.id()).compareTo(codePoints(other.id()));
        }
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(Integer.signum(byParts));
    }

    @Provide
    Arbitrary<List<ChatEvent>> conversations() {
        Arbitrary<ChatEvent> event = Combinators.combine(
                        Arbitraries.of(KINDS),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 10_000))
                .as(FoldPropertiesTest::event);
        return event.list().ofMinSize(1).ofMaxSize(25).uniqueElements(e -> e.envelope()
                .id());
    }

    @Provide
    Arbitrary<Position> positions() {
        Arbitrary<String> texts = Arbitraries.of("", "a", "b", "ab", "ä", "\uFFFD", "😀", "0", "00");
        return Combinators.combine(
                        Arbitraries.longs().between(-3, 3),
                        Arbitraries.integers().between(0, 1),
                        texts,
                        texts)
                .as((second, nano, sequence, id) ->
                        new Position(Instant.ofEpochSecond(second, nano), sequence, id.isEmpty() ? "x" : id));
    }

    private static String codePoints(String text) {
        StringBuilder padded = new StringBuilder();
        text.codePoints().forEach(c -> padded.append(String.format("%08x", c)));
        return padded.toString();
    }

    private static ChatEvent event(String kind, int number, int second, int id) {
        String[] typeAndData = kind.split(" ", 2);
        String data = typeAndData[1].replace("%d", String.valueOf(number));
        return new Talk("web", "c").event(typeAndData[0], second, "e" + id, data);
    }

    /** As the store does it: each event once, by its id. */
    private static Folded folded(List<ChatEvent> events) {
        Conversation conversation = Conversation.EMPTY;
        Map<String, MessageState> messages = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (ChatEvent event : events) {
            if (taken.add(event.envelope().id())) {
                conversation = conversation.with(event);
                for (MessageChange change : MessageChange.of(event)) {
                    messages.merge(
                            change.messageId(),
                            change.change().apply(MessageState.unknown(change.messageId())),
                            (known, ignored) -> change.change().apply(known));
                }
            }
        }
        return new Folded(conversation, messages);
    }
}
