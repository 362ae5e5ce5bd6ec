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
            talks.find(Json.text(frame, "talk", 40)).ifPresent(talk -> once(talk, type, frame));
        }
    }

    /** What carries a name is done once, however often it is sent, and said to have been heard. */
    private void once(Talk talk, String type, ObjectNode frame) {
        String cid = Json.text(frame, "cid", 40);
        if (cid.isEmpty() || talk.place(talk.id() + "-" + cid) < 0) {
            act(talk, type, frame, cid);
        }
        if (!cid.isEmpty()) {
            send(Json.object().put("type", "heard").put("cid", cid));
        }
    }

    /** The id of the agent who sits here, empty before they have said so. */
    String agent() {
        return agent.path("id").asText();
    }

    private void hello(ObjectNode frame) {
        String id = Json.text(frame, "agent", 40);
        agent = desk.path("agents")
                .valueStream()
                .filter(known -> known.path("id").asText().equals(id))
                .findFirst()
                .orElse(desk.path("agents").path(0));
        ObjectNode welcome =
                Json.object().put("type", "desk").put("me", agent()).put("now", talks.now());
        send(welcome.set("desk", desk));
        send(talks.hours());
        typing.arrived();
        talks.all().forEach(talk -> send(talk.summary()));
    }

    private void act(Talk talk, String type, ObjectNode frame, String cid) {
        switch (type) {
            case "open" -> open(talk, frame.path("after").asInt(-1));
            case "typing" -> typing.agent(talk, agent.path("name").asText());
            case "read" -> typing.readByAgent(talk, frame.path("place").asInt());
            case "take" -> take(talk, frame, cid);
            case "say" -> say(talk, frame, cid);
            case "transfer" -> transfer(talk, frame, cid);
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

    /** Not what somebody else has taken since the agent looked. */
    private void take(Talk talk, ObjectNode frame, String name) {
        if (frame.path("from").asText(talk.agent()).equals(talk.agent())) {
            take(talk, name);
        }
    }

    private void take(Talk talk, String name) {
        boolean isMine = talk.state() == Talk.State.AGENT && talk.agent().equals(agent());
        if (talk.state() == Talk.State.CLOSED || isMine) {
            return;
        }
        if (talk.state() == Talk.State.BOT) {
            leave(talk, Json.object().put("id", "bot"), "bot", "taken");
        }
        join(talk, agent, name);
    }

    private void say(Talk talk, ObjectNode frame, String cid) {
        String text = Json.text(frame, "text", LONGEST_TEXT);
        if (cid.isEmpty() || text.isEmpty() || talk.state() == Talk.State.CLOSED) {
            return;
        }
        boolean isPrivate = frame.path("private").asBoolean();
        if (!isPrivate) {
            take(talk, "");
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
    private void transfer(Talk talk, ObjectNode frame, String cid) {
        String to = Json.text(frame, "to", 40);
        boolean isMine = talk.state() == Talk.State.AGENT && talk.agent().equals(agent());
        desk.path("agents")
                .valueStream()
                .filter(known -> isMine && known.path("id").asText().equals(to) && !to.equals(agent()))
                .findFirst()
                .ifPresent(colleague -> {
                    note(talk, Json.text(frame, "note", LONGEST_TEXT));
                    leave(talk, agent, "agent", "transfer");
                    join(talk, colleague, cid);
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

    /** @param name of the event, empty where nobody could tell it twice */
    private void join(Talk talk, JsonNode who, String name) {
        ObjectNode data = Json.object().put("role", "agent").set("participant", who);
        if (name.isEmpty()) {
            talks.tell(talk, "chat.participant.joined", data);
        } else {
            talks.tell(talk, name, "chat.participant.joined", data);
        }
    }

    private void leave(Talk talk, JsonNode who, String role, String reason) {
        ObjectNode data = Json.object().put("role", role).put("reason", reason);
        talks.tell(talk, "chat.participant.left", data.set("participant", who));
    }

    private void close(Talk talk) {
        if (talk.state() != Talk.State.CLOSED) {
            ObjectNode data = Json.object().put("by", agent());
            talks.tell(talk, "chat.conversation.closed", data.put("reason", "resolved"));
        }
    }
}
