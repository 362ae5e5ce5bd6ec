package dev.parley.channel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Inbox;
import dev.parley.conversation.OwnEvents;
import java.util.List;

/** Takes the text frames that a WebSocket brought, many at once, and says for each what became of it. */
final class StreamInbox {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventReader reader;
    private final Inbox inbox;
    private final OwnEvents own;
    private final ChannelMeters meters;

    StreamInbox(EventReader reader, Inbox inbox, OwnEvents own, ChannelMeters meters) {
        this.reader = reader;
        this.inbox = inbox;
        this.own = own;
        this.meters = meters;
    }

    /**
     * Stores the events of the frames, in their order, all in one transaction where that works; else each by itself, so
     * that one the store will not take does not hold back the others.
     *
     * <p>Before that, remembers what of Parley's own events the frames acknowledge.
     */
    Outcome receive(Sender sender, List<byte[]> frames) {
        List<Frame> all = frames.stream().map(frame -> read(sender, frame)).toList();
        List<String> acknowledged = all.stream()
                .filter(Frame::isAcknowledgement)
                .map(Frame::acknowledged)
                .toList();
        own.acknowledge(acknowledged, sender.audience());
        return new Outcome(answers(all.stream().filter(Frame::wantsAnswer).toList()), acknowledged);
    }

    private List<String> answers(List<Frame> read) {
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

    private Frame read(Sender sender, byte[] bytes) {
        String id = null;
        sender.count();
        try {
            JsonNode value = reader.parse(bytes);
            if (value.size() == 1 && (value.has("ack") || value.has("token"))) {
                return new Frame(null, null, null, value.path("ack").textValue());
            }
            id = value.path("id").textValue();
            ChatEvent event = reader.event(value);
            sender.permit(List.of(event), false);
            return new Frame(id, event, null, null);
        } catch (ProblemException e) {
            return new Frame(id, null, e.problem(), null);
        }
    }

    /**
     * What became of the frames.
     *
     * @param answers one for each frame that asks for one, in the order of the frames
     * @param acknowledged ids of events that the client has heard
     */
    record Outcome(List<String> answers, List<String> acknowledged) {}

    /** An event, or why it is none; neither for an acknowledgement and for a token shown once more. */
    private record Frame(String id, ChatEvent event, Problem problem, String acknowledged) {

        boolean wantsAnswer() {
            return event != null || problem != null;
        }

        boolean isAcknowledgement() {
            return acknowledged != null;
        }

        boolean isEvent() {
            return event != null;
        }

        String ack() {
            return JSON.createObjectNode().put("ack", id).toString();
        }
    }
}
