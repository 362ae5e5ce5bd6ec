package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.http.ServerWebSocket;
import java.util.Set;

/**
 * A visitor's browser. What it sends carries a name of its own ({@code cid}), so that it can send again what it has not
 * seen come back; what it has missed it asks for by the place of the last event it knows.
 */
final class VisitorSocket {
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_FIELD = 200;
    private static final Set<String> LOCALES = Set.of("en", "sv", "de", "fa", "zh");

    private final ServerWebSocket socket;
    private final Talks talks;
    private final Bot bot;
    private final Attention attention;
    private final Allowance allowance = new Allowance();
    private Talk talk;

    VisitorSocket(ServerWebSocket socket, Talks talks, Bot bot, Attention attention) {
        this.socket = socket;
        this.talks = talks;
        this.bot = bot;
        this.attention = attention;
    }

    /** Whether it shows this conversation. */
    boolean shows(Talk other) {
        return talk != null && talk.id().equals(other.id());
    }

    void send(ObjectNode frame) {
        if (!socket.isClosed()) {
            socket.writeTextMessage(frame.toString());
        }
    }

    void item(ObjectNode event, int place) {
        Talk.forVisitor(event).ifPresent(seen -> {
            ObjectNode item = Json.object().put("type", "item").put("place", place);
            send(item.set("event", seen));
        });
    }

    void read(ObjectNode frame) {
        if (!allowance.spend()) {
            socket.close((short) 1008, "too many messages");
            return;
        }
        String type = frame.path("type").asText();
        if (type.equals("ping")) {
            send(Json.object().put("type", "pong"));
        } else if (type.equals("hello")) {
            hello(frame);
        } else if (type.equals("start")) {
            start(frame);
        } else if (talk != null) {
            act(type, frame, Json.text(frame, "cid", 40));
        }
    }

    private void hello(ObjectNode frame) {
        talk = talks.find(Json.text(frame, "conversation", 40), Json.text(frame, "key", 64))
                .orElse(null);
        welcome(frame.path("after").asInt(-1));
    }

    private void welcome(int after) {
        ObjectNode welcome = talks.hours().put("type", "welcome").put("now", talks.now());
        if (talk == null) {
            send(welcome);
            return;
        }
        send(welcome.put("conversation", talk.id())
                .put("readByAgent", talk.readByAgent())
                .put("readByVisitor", talk.readByVisitor()));
        for (int place = after + 1; place < talk.events().size(); place++) {
            item(talk.events().get(place), place);
        }
    }

    private void start(ObjectNode frame) {
        String key = Json.text(frame, "key", 64);
        if (key.length() < 32 || talk != null) {
            return;
        }
        talk = talks.start(key, started(frame, key));
        String question = Json.text(frame.path("form"), "question", LONGEST_TEXT);
        welcome(-1);
        if (talk.events().size() == 1) {
            begin(question);
        }
    }

    private void begin(String question) {
        if (!question.isEmpty()) {
            say("q", question);
        }
        bot.greet(talk, question);
    }

    private static ObjectNode started(ObjectNode frame, String key) {
        ObjectNode data = Json.object().put("channel", "web").put("locale", locale(frame, "en"));
        data.put("proactive", frame.path("proactive").asBoolean());
        ObjectNode page = data.putObject("page");
        Json.copy(frame.path("page"), page, "url", 500);
        Json.copy(frame.path("page"), page, "title", LONGEST_FIELD);
        Json.copy(frame.path("page"), page, "referrer", 500);
        ObjectNode visitor = data.putObject("visitor").put("id", "v-" + Integer.toHexString(key.hashCode()));
        visitor.put("locale", data.path("locale").asText());
        Json.copy(frame.path("form"), visitor, "name", LONGEST_FIELD);
        Json.copy(frame.path("form"), visitor, "email", LONGEST_FIELD);
        Json.copy(frame.path("form"), visitor, "company", LONGEST_FIELD);
        return data;
    }

    private void act(String type, ObjectNode frame, String cid) {
        switch (type) {
            case "typing" -> attention.visitor(talk);
            case "read" -> attention.readByVisitor(talk, frame.path("place").asInt());
            case "say" -> answer(cid, Json.text(frame, "text", LONGEST_TEXT));
            case "choose" -> chosen(cid, Json.text(frame, "topic", 40), Json.text(frame, "label", LONGEST_FIELD));
            case "callback" -> once(cid, "chat.callback.requested", callback(frame));
            case "meeting" -> once(cid, "meeting.requested", meeting(frame));
            case "identify" -> once(cid, "chat.visitor.identified", identified(frame));
            case "language" -> once(cid, "chat.visitor.identified", speaking(frame));
            case "rate" -> once("rating", "chat.rating.given", rating(frame));
            case "close" -> close(cid);
            default -> {
                // From a newer widget.
            }
        }
    }

    /** It ends once, whoever of the two is first. */
    private void close(String cid) {
        if (talk.state() != Talk.State.CLOSED) {
            once(cid, "chat.conversation.closed", closed());
        }
    }

    private void once(String name, String type, ObjectNode data) {
        if (!name.isEmpty()) {
            talks.tell(talk, name, type, data);
        }
    }

    /** False where it was said before. */
    private boolean say(String cid, String text) {
        if (cid.isEmpty() || text.isEmpty() || talk.place(talk.id() + "-" + cid) >= 0) {
            return false;
        }
        ObjectNode data = Json.object().put("id", cid).put("text", text);
        data.putObject("author")
                .put("role", "visitor")
                .put("id", talk.visitor().path("id").asText())
                .put("name", talk.visitor().path("name").asText());
        talks.tell(talk, cid, "chat.message.posted", data);
        return true;
    }

    private void answer(String cid, String text) {
        if (say(cid, text)) {
            bot.answer(talk, text);
        }
    }

    private void chosen(String cid, String topic, String label) {
        if (say(cid, label.isEmpty() ? topic : label)) {
            if (topic.equals("person")) {
                bot.handOver(talk, "person");
            } else {
                bot.choose(talk, topic);
            }
        }
    }

    private static ObjectNode identified(ObjectNode frame) {
        ObjectNode data = Json.object();
        ObjectNode visitor = data.putObject("visitor");
        Json.copy(frame, visitor, "email", LONGEST_FIELD);
        Json.copy(frame, visitor, "name", LONGEST_FIELD);
        return data;
    }

    private ObjectNode speaking(ObjectNode frame) {
        ObjectNode data = Json.object();
        data.putObject("visitor").put("locale", locale(frame, talk.locale()));
        return data;
    }

    private static String locale(ObjectNode frame, String otherwise) {
        String locale = Json.text(frame, "locale", 2);
        return LOCALES.contains(locale) ? locale : otherwise;
    }

    private static ObjectNode callback(ObjectNode frame) {
        ObjectNode data = Json.object();
        Json.copy(frame, data, "phone", 40);
        Json.copy(frame, data, "email", LONGEST_FIELD);
        Json.copy(frame, data, "when", LONGEST_FIELD);
        return data;
    }

    /** A wish, or, with a start, the choice of what was offered. */
    private ObjectNode meeting(ObjectNode frame) {
        ObjectNode data = Json.object().put("uid", talk.id() + "-meeting");
        Json.copy(frame, data, "timezone", 60);
        Json.copy(frame, data, "start", 40);
        Json.copy(frame, data, "end", 40);
        data.putArray("attendees").add(talk.visitor());
        return data;
    }

    private static ObjectNode rating(ObjectNode frame) {
        int value = Math.max(1, Math.min(5, frame.path("value").asInt(3)));
        ObjectNode data = Json.object().put("value", value).put("scale", 5);
        Json.copy(frame, data, "comment", 1_000);
        return data;
    }

    private static ObjectNode closed() {
        return Json.object().put("by", "visitor").put("reason", "resolved");
    }
}
