package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What one agent does in conversations, and why it is refused where it is. */
final class AgentWork {
    private static final int LONGEST_TEXT = 4_000;
    private static final String DONE = "";
    /** A colleague has it, since the agent looked. */
    private static final String TAKEN = "taken";

    static final String CLOSED = "closed";
    /** There is no such colleague. */
    private static final String NOBODY = "nobody";

    private final Talks talks;
    private final JsonNode colleagues;
    private final JsonNode agent;

    AgentWork(Talks talks, JsonNode colleagues, JsonNode agent) {
        this.talks = talks;
        this.colleagues = colleagues;
        this.agent = agent;
    }

    private String me() {
        return agent.path("id").asText();
    }

    private boolean isMine(Talk talk) {
        return talk.state() == Talk.State.AGENT && talk.agent().equals(me());
    }

    /**
     * Whether somebody else has taken it since the agent looked, which a line that was lost may be long ago: {@code from}
     * is whose it was then.
     */
    private boolean isTaken(Talk talk, ObjectNode frame) {
        return !talk.agent().equals(me())
                && !frame.path("from").asText(talk.agent()).equals(talk.agent());
    }

    String take(Talk talk, ObjectNode frame, String name) {
        if (talk.state() == Talk.State.CLOSED) {
            return CLOSED;
        }
        if (isTaken(talk, frame)) {
            return TAKEN;
        }
        take(talk, name);
        return DONE;
    }

    private void take(Talk talk, String name) {
        if (isMine(talk)) {
            return;
        }
        if (talk.state() == Talk.State.BOT) {
            leave(talk, Json.object().put("id", "bot"), "bot", "taken");
        }
        join(talk, agent, name);
    }

    /** A note takes nothing over: whoever has it reads it. */
    String say(Talk talk, ObjectNode frame, String name) {
        String text = Json.text(frame, "text", LONGEST_TEXT);
        boolean isPrivate = frame.path("private").asBoolean();
        if (talk.state() == Talk.State.CLOSED) {
            return CLOSED;
        }
        if (!isPrivate && isTaken(talk, frame)) {
            return TAKEN;
        }
        if (!name.isEmpty() && !text.isEmpty()) {
            say(talk, frame, name, text, isPrivate);
        }
        return DONE;
    }

    private void say(Talk talk, ObjectNode frame, String name, String text, boolean isPrivate) {
        ObjectNode data = Json.object().put("id", name).put("text", text);
        Json.copy(frame, data, "cannedReplyId", 40);
        if (isPrivate) {
            data.put("private", true);
        } else {
            take(talk, "");
        }
        talks.tell(talk, name, "chat.message.posted", data.set("author", author()));
    }

    private ObjectNode author() {
        ObjectNode author = agent.deepCopy();
        return author.put("role", "agent");
    }

    /** The colleague gets everything that was said, and the note; the visitor is told who reads it. */
    String transfer(Talk talk, ObjectNode frame, String name) {
        if (!isMine(talk)) {
            return talk.state() == Talk.State.AGENT ? TAKEN : CLOSED;
        }
        String to = Json.text(frame, "to", 40);
        JsonNode colleague = colleagues
                .valueStream()
                .filter(known -> known.path("id").asText().equals(to) && !to.equals(me()))
                .findFirst()
                .orElse(null);
        if (colleague == null) {
            return NOBODY;
        }
        note(talk, Json.text(frame, "note", LONGEST_TEXT));
        leave(talk, agent, "agent", "transfer");
        join(talk, colleague, name);
        return DONE;
    }

    private void note(Talk talk, String text) {
        if (!text.isEmpty()) {
            ObjectNode data = Json.object()
                    .put("id", "note" + talk.events().size())
                    .put("text", text)
                    .put("private", true);
            talks.tell(talk, "chat.message.posted", data.set("author", author()));
        }
    }

    private void join(Talk talk, JsonNode who, String name) {
        ObjectNode data = Json.object().put("role", "agent");
        tell(talk, name, "chat.participant.joined", data.set("participant", who));
    }

    /** @param name of the event, empty where nobody could tell it twice */
    private void tell(Talk talk, String name, String type, ObjectNode data) {
        if (name.isEmpty()) {
            talks.tell(talk, type, data);
        } else {
            talks.tell(talk, name, type, data);
        }
    }

    private void leave(Talk talk, JsonNode who, String role, String reason) {
        ObjectNode data = Json.object().put("role", role).put("reason", reason);
        talks.tell(talk, "chat.participant.left", data.set("participant", who));
    }

    /** Closed already is as good as closed. */
    String close(Talk talk, ObjectNode frame, String name) {
        if (talk.state() == Talk.State.CLOSED) {
            return DONE;
        }
        if (isTaken(talk, frame)) {
            return TAKEN;
        }
        ObjectNode data = Json.object().put("by", me());
        tell(talk, name, "chat.conversation.closed", data.put("reason", "resolved"));
        return DONE;
    }
}
