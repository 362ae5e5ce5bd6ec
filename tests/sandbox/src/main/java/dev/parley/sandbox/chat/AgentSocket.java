package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.ServerWebSocket;

/** An agent's browser: the list of all conversations, and one of them open. */
final class AgentSocket {
    private static final int LONGEST_TEXT = 4_000;

    private final ServerWebSocket socket;
    private final Talks talks;
    private final JsonNode desk;
    private final Typing typing;
    private final Offers offers;
    private JsonNode agent = Json.object();
    private String shown = "";

    AgentSocket(ServerWebSocket socket, Talks talks, JsonNode desk, Typing typing, Offers offers) {
        this.socket = socket;
        this.talks = talks;
        this.desk = desk;
        this.typing = typing;
        this.offers = offers;
    }

    boolean shows(Talk talk) {
        return shown.equals(talk.id());
    }

    void send(ObjectNode frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(frame.toString());
        }
    }

    void item(Talk talk, ObjectNode event, int place) {
        ObjectNode item =
                Json.object().put("type", "item").put("talk", talk.id()).put("place", place);
        send(item.set("event", event));
    }

    void read(ObjectNode frame) {
        String type = frame.path("type").asText();
        if (type.equals("hello")) {
            hello(frame);
        } else if (type.equals("hours")) {
            typing.opened(frame.path("open").asBoolean(true));
        } else {
            talks.find(Json.text(frame, "talk", 40)).ifPresent(talk -> act(talk, type, frame));
        }
    }

    private void hello(ObjectNode frame) {
        String id = Json.text(frame, "agent", 40);
        agent = desk.path("agents")
                .valueStream()
                .filter(known -> known.path("id").asText().equals(id))
                .findFirst()
                .orElse(desk.path("agents").path(0));
        ObjectNode welcome =
                Json.object().put("type", "desk").put("me", agent.path("id").asText());
        send(welcome.set("desk", desk));
        send(talks.hours());
        talks.all().forEach(talk -> send(talk.summary()));
    }

    private void act(Talk talk, String type, ObjectNode frame) {
        switch (type) {
            case "open" -> open(talk, frame.path("after").asInt(-1));
            case "typing" -> typing.agent(talk, agent.path("name").asText());
            case "read" -> typing.readByAgent(talk, frame.path("place").asInt());
            case "take" -> take(talk);
            case "say" -> say(talk, frame);
            case "transfer" -> transfer(talk, frame);
            case "close" -> close(talk);
            case "decide" -> offers.decide(Json.text(frame, "url", 500), Json.text(frame, "decision", 10));
            default -> {
                // From a newer desk.
            }
        }
    }

    private void open(Talk talk, int after) {
        shown = talk.id();
        for (int place = after + 1; place < talk.events().size(); place++) {
            item(talk, talk.events().get(place), place);
        }
    }

    private void take(Talk talk) {
        if (talk.state() == Talk.State.CLOSED
                || talk.agent().equals(agent.path("id").asText())) {
            return;
        }
        if (talk.state() == Talk.State.BOT) {
            leave(talk, Json.object().put("id", "bot"), "bot", "taken");
        }
        join(talk, agent);
    }

    private void say(Talk talk, ObjectNode frame) {
        String cid = Json.text(frame, "cid", 40);
        String text = Json.text(frame, "text", LONGEST_TEXT);
        if (cid.isEmpty() || text.isEmpty() || talk.state() == Talk.State.CLOSED) {
            return;
        }
        boolean isPrivate = frame.path("private").asBoolean();
        if (!isPrivate) {
            take(talk);
        }
        ObjectNode data = Json.object().put("id", cid).put("text", text);
        Json.copy(frame, data, "cannedReplyId", 40);
        if (isPrivate) {
            data.put("private", true);
        }
        ObjectNode author = agent.deepCopy();
        data.set("author", author.put("role", "agent"));
        talks.tell(talk, cid, "chat.message.posted", data);
    }

    /** The colleague gets everything that was said, and the note; the visitor is told who reads it. */
    private void transfer(Talk talk, ObjectNode frame) {
        String to = Json.text(frame, "to", 40);
        desk.path("agents")
                .valueStream()
                .filter(known -> known.path("id").asText().equals(to)
                        && !to.equals(talk.agent())
                        && talk.state() == Talk.State.AGENT)
                .findFirst()
                .ifPresent(colleague -> {
                    note(talk, Json.text(frame, "note", LONGEST_TEXT));
                    leave(talk, agent, "agent", "transfer");
                    join(talk, colleague);
                });
    }

    private void note(Talk talk, String text) {
        if (!text.isEmpty()) {
            ObjectNode data = Json.object()
                    .put("id", "note" + talk.events().size())
                    .put("text", text)
                    .put("private", true);
            ObjectNode author = agent.deepCopy();
            data.set("author", author.put("role", "agent"));
            talks.tell(talk, "chat.message.posted", data);
        }
    }

    private void join(Talk talk, JsonNode who) {
        ObjectNode data = Json.object().put("role", "agent");
        talks.tell(talk, "chat.participant.joined", data.set("participant", who));
    }

    private void leave(Talk talk, JsonNode who, String role, String reason) {
        ObjectNode data = Json.object().put("role", role).put("reason", reason);
        talks.tell(talk, "chat.participant.left", data.set("participant", who));
    }

    private void close(Talk talk) {
        talks.tell(
                talk,
                "closed",
                "chat.conversation.closed",
                Json.object().put("by", agent.path("id").asText()).put("reason", "resolved"));
    }
}
