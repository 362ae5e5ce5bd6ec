package dev.parley.conversation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A conversation of twelve messages with somebody who left an e-mail address. */
public final class SnapshotSample {

    private static final Instant BEGUN = Instant.parse("2026-01-31T12:00:00Z");
    private static final String LINE = "Number four in the second hall has lost its time, and the alarms carry it on.";

    private SnapshotSample() {}

    /** As it stands before it is first written. */
    public static Snapshot ofTwelveMessages() {
        Conversation conversation = Conversation.EMPTY;
        for (ChatEvent event : events()) {
            conversation = conversation.with(event);
        }
        TranscriptPacker packer = new TranscriptPacker(0, TranscriptPacker.MOST_CHARACTERS);
        messages().forEach(packer::add);
        List<TranscriptPart> parts = packer.parts();
        return new Snapshot(
                1,
                new ConversationKey("website", "chat-1"),
                14,
                0,
                conversation,
                new Tally(12, 6, 6, BEGUN.plusSeconds(12), Role.AGENT, 1L),
                new Transcript(parts, parts.stream().map(TranscriptPart::hash).toList()),
                LINE,
                true,
                0);
    }

    static List<ChatEvent> events() {
        List<ChatEvent> events = new ArrayList<>();
        ObjectNode started = JsonNodeFactory.instance.objectNode().put("channel", "web");
        started.putObject("page").put("url", "https://www.example.com/support").put("title", "Support");
        started.putObject("visitor").put("name", "Sasha New").put("email", "sasha@new.example");
        events.add(event(0, "chat.conversation.started", started));
        IntStream.range(1, 13).forEach(n -> events.add(event(n, "chat.message.posted", message(n))));
        events.add(event(
                13,
                "chat.conversation.closed",
                JsonNodeFactory.instance.objectNode().put("by", "agent")));
        return events;
    }

    static List<MessageState> messages() {
        return events().stream()
                .flatMap(event -> MessageChange.of(event).stream())
                .map(change -> change.change().apply(MessageState.unknown(change.messageId())))
                .toList();
    }

    private static ObjectNode message(int n) {
        ObjectNode data =
                JsonNodeFactory.instance.objectNode().put("id", "m" + n).put("text", LINE);
        data.putObject("author").put("role", n % 2 == 1 ? "visitor" : "agent").put("id", "p" + n % 2);
        return data;
    }

    private static ChatEvent event(int n, String type, ObjectNode data) {
        return ChatEvents.read(new Envelope("e" + n, "website", type, "chat-1", BEGUN.plusSeconds(n), "", data));
    }
}
