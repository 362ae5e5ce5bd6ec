package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.http.ServerWebSocket;

/** An agent's browser: the list of all conversations, and one of them open. */
final class AgentSocket {
    private final ServerWebSocket socket;
    private final Talks talks;
    private final JsonNode desk;
    private final Attention attention;
    private final Offers offers;
    private JsonNode agent = Json.object();
    private AgentWork work;
    private String shown = "";

    AgentSocket(ServerWebSocket socket, Talks talks, JsonNode desk, Attention attention, Offers offers) {
        this.socket = socket;
        this.talks = talks;
        this.desk = desk;
        this.attention = attention;
        this.offers = offers;
        this.work = new AgentWork(talks, desk.path("agents"), agent);
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
        switch (type) {
            case "ping" -> send(Json.object().put("type", "pong"));
            case "hello" -> hello(frame);
            case "hours" -> attention.opened(frame.path("open").asBoolean(true));
            default -> talks.find(Json.text(frame, "talk", 40))
                    .ifPresentOrElse(
                            talk -> once(talk, type, frame),
                            () -> heard(Json.text(frame, "cid", 40), AgentWork.CLOSED));
        }
    }

    /** What carries a name is done once, however often it is sent, and its sender hears what became of it. */
    private void once(Talk talk, String type, ObjectNode frame) {
        String cid = Json.text(frame, "cid", 40);
        if (type.equals("decide")) {
            decide(frame, cid).onSuccess(refused -> heard(cid, refused));
        } else if (cid.isEmpty() || talk.place(talk.id() + "-" + cid) < 0) {
            heard(cid, act(talk, type, frame, cid));
        } else {
            heard(cid, "");
        }
    }

    private Future<String> decide(ObjectNode frame, String cid) {
        return offers.decide(cid, Json.text(frame, "url", 500), Json.text(frame, "decision", 10));
    }

    /** @param refused why it was not done, empty where it was */
    private void heard(String cid, String refused) {
        if (!cid.isEmpty()) {
            ObjectNode heard = Json.object().put("type", "heard").put("cid", cid);
            send(refused.isEmpty() ? heard : heard.put("refused", refused));
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
        work = new AgentWork(talks, desk.path("agents"), agent);
        ObjectNode welcome =
                Json.object().put("type", "desk").put("me", agent()).put("now", talks.now());
        send(welcome.set("desk", desk));
        send(talks.hours());
        attention.arrived();
        talks.all().forEach(talk -> send(talk.summary()));
        heard(Json.text(frame, "cid", 40), "");
    }

    private String act(Talk talk, String type, ObjectNode frame, String cid) {
        return switch (type) {
            case "take" -> work.take(talk, frame, cid);
            case "say" -> work.say(talk, frame, cid);
            case "transfer" -> work.transfer(talk, frame, cid);
            case "close" -> work.close(talk, frame, cid);
            default -> {
                look(talk, type, frame);
                yield "";
            }
        };
    }

    private void look(Talk talk, String type, ObjectNode frame) {
        switch (type) {
            case "open" -> open(talk, frame.path("after").asInt(-1));
            case "typing" -> attention.agent(talk, agent.path("name").asText());
            case "read" -> attention.readByAgent(talk, frame.path("place").asInt());
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
}
