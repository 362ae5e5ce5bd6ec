package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.writeback.Note.Takeover;
import java.util.Map;

/**
 * Rocket.Chat's REST API, as its OpenAPI description has it: Rooms, {@code rooms.info}; Omnichannel Rooms,
 * {@code livechat/room.saveInfo} and {@code livechat/room.forward}; Omnichannel Users, {@code livechat/users/agent};
 * Omnichannel Inquiries, {@code livechat/inquiries.returnAsInquiry}. What is posted to a Livechat room reaches the visitor,
 * and there are no private notes: the note is the room's topic, which agents see above the chat, and the attributes are
 * custom fields of the room. A closed room cannot be opened again.
 */
final class RocketChatDesk implements Desk {

    private static final String OURS = "[parley:";

    /** As in the source file: bots are agents there, and only their names tell them. */
    private static final String BOT = "(?i)rocket\\.cat|(.*[._-])?bot";

    @Override
    public Map<String, String> headers(String token) {
        int colon = token.indexOf(':');
        return Map.of("X-User-Id", token.substring(0, Math.max(0, colon)), "X-Auth-Token", token.substring(colon + 1));
    }

    @Override
    public void write(Session session, String conversation, Note note) {
        JsonNode room =
                session.get("rooms.info?roomId=" + Path.segment(conversation)).path("room");
        Map<String, String> attributes =
                note.takenOver().map(Takeover::attributes).orElse(Map.of());
        save(session, room, note, attributes);
        note.takenOver()
                .filter(takeover -> room.path("open").asBoolean())
                .filter(takeover -> unmanned(room))
                .ifPresent(takeover -> handOver(session, room, takeover.email()));
    }

    /** Tags go along as they are: the service takes away those that are not said again. An agent's own topic stays. */
    private static void save(Session session, JsonNode room, Note note, Map<String, String> attributes) {
        String topic = room.path("topic").asText();
        String wanted = topic.isBlank() || topic.contains(OURS) ? note.marked() : topic;
        boolean known = attributes.entrySet().stream()
                .allMatch(entry ->
                        room.at("/livechatData").path(entry.getKey()).asText().equals(entry.getValue()));
        if (wanted.equals(topic) && known) {
            return;
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("guestData").put("_id", room.at("/v/_id").asText());
        ObjectNode data =
                body.putObject("roomData").put("_id", room.path("_id").asText()).put("topic", wanted);
        if (room.path("tags").isArray()) {
            data.set("tags", room.path("tags"));
        }
        if (!attributes.isEmpty()) {
            ObjectNode fields = data.putObject("livechatData");
            attributes.forEach(fields::put);
        }
        session.post("livechat/room.saveInfo", body);
    }

    private static boolean unmanned(JsonNode room) {
        String agent = room.at("/servedBy/username").asText();
        return agent.isEmpty() || agent.matches(BOT);
    }

    /** To the seller, where they are an agent; else back to the queue, away from the bot. */
    private static void handOver(Session session, JsonNode room, String email) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("roomId", room.path("_id").asText());
        String agent = agent(session, email);
        if (agent != null) {
            session.post("livechat/room.forward", body.put("userId", agent));
        } else if (room.has("servedBy")) {
            session.post("livechat/inquiries.returnAsInquiry", body);
        }
    }

    /** The id of the agent with that address; null if there is none. */
    private static String agent(Session session, String email) {
        for (JsonNode user : session.get("livechat/users/agent?count=100&text=" + Path.query(email))
                .path("users")) {
            for (JsonNode address : user.path("emails")) {
                if (address.path("address").asText().equalsIgnoreCase(email)) {
                    return user.path("_id").asText();
                }
            }
        }
        return null;
    }
}
