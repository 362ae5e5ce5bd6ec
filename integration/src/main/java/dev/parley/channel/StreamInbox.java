package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Inbox;
import java.util.List;
import java.util.Objects;

/** Takes the text frames that a WebSocket brought, many at once, and says for each what became of it. */
final class StreamInbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventReader reader;
    private final Inbox inbox;
    private final ChannelMeters meters;

    StreamInbox(EventReader reader, Inbox inbox, ChannelMeters meters) {
        this.reader = reader;
        this.inbox = inbox;
        this.meters = meters;
    }

    /**
     * Stores the events of the frames, in their order, all in one transaction where that works; else each by itself, so
     * that one the store will not take does not hold back the others.
     *
     * @return an answer for each frame that asks for one, in the order of the frames
     */
    List<String> receive(Sender sender, List<byte[]> frames) {
        List<Frame> read = frames.stream()
                .map(frame -> read(sender, frame))
                .filter(Objects::nonNull)
                .toList();
        List<ChatEvent> events =
                read.stream().filter(Frame::isEvent).map(Frame::event).toList();
        boolean together = events.size() > 1 && isStored(events);
        return read.stream()
                .map(frame -> together && frame.isEvent() ? frame.ack() : answer(frame))
                .toList();
    }

    private boolean isStored(List<ChatEvent> events) {
        try {
            meters.received(inbox.receive(events));
            return true;
        } catch (RuntimeException e) {
            Answers.problem(e);
            return false;
        }
    }

    private String answer(Frame frame) {
        if (!frame.isEvent()) {
            return refused(frame.id(), frame.problem());
        }
        try {
            meters.received(inbox.receive(List.of(frame.event())));
            return frame.ack();
        } catch (RuntimeException e) {
            return refused(frame.id(), Answers.problem(e));
        }
    }

    private String refused(String id, Problem problem) {
        meters.refused(problem);
        ObjectNode answer = JSON.createObjectNode();
        answer.set("error", problem.toJson());
        return answer.put("id", id).toString();
    }

    /** Null for a frame that is no event but needs no answer either: an acknowledgement, a token shown once more. */
    private Frame read(Sender sender, byte[] bytes) {
        String id = null;
        sender.count();
        try {
            JsonNode value = reader.parse(bytes);
            if (value.size() == 1 && (value.has("ack") || value.has("token"))) {
                return null;
            }
            id = value.path("id").textValue();
            ChatEvent event = reader.event(value);
            sender.permit(List.of(event), false);
            return new Frame(id, event, null);
        } catch (ProblemException e) {
            return new Frame(id, null, e.problem());
        }
    }

    /** An event, or why it is none. */
    private record Frame(String id, ChatEvent event, Problem problem) {

        boolean isEvent() {
            return event != null;
        }

        String ack() {
            return JSON.createObjectNode().put("ack", id).toString();
        }
    }
}
