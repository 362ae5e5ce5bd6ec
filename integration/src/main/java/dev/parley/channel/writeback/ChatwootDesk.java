package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.channel.writeback.Note.Takeover;
import java.util.Map;

/**
 * Chatwoot's Application API, as its OpenAPI description has it (swagger/paths/application): Messages, "Create New
 * Message" with {@code private} and "Get messages"; Conversations, "Conversation Details", "Toggle Status" and "Update
 * Custom Attributes"; Conversation Assignments, "Assign Conversation"; Agents, "List Agents in Account".
 */
final class ChatwootDesk implements Desk {

    /** As many as a page holds twenty messages; a note is looked for among those of its last minutes. */
    private static final int MOST_PAGES = 5;

    @Override
    public Map<String, String> headers(String token) {
        return Map.of("api_access_token", token);
    }

    @Override
    public void write(Session session, String conversation, Note note) {
        String path = "conversations/" + Path.segment(conversation);
        JsonNode written = find(session, path, note.mark());
        if (written.isMissingNode()) {
            ObjectNode message = JsonNodeFactory.instance.objectNode();
            message.put("content", note.marked())
                    .put("message_type", "outgoing")
                    .put("private", true);
            written = session.post(path + "/messages", message);
        }
        long self = written.at("/sender/id").asLong(-1);
        note.takenOver().ifPresent(takeover -> takeOver(session, path, self, takeover));
    }

    private static JsonNode find(Session session, String path, String mark) {
        String before = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            JsonNode messages = session.get(path + "/messages" + before).path("payload");
            long first = Long.MAX_VALUE;
            for (JsonNode message : messages) {
                if (message.path("content").asText().contains(mark)) {
                    return message;
                }
                first = Math.min(first, message.path("id").asLong(Long.MAX_VALUE));
            }
            if (messages.isEmpty() || first == Long.MAX_VALUE) {
                break;
            }
            before = "?before=" + first;
        }
        return JsonNodeFactory.instance.missingNode();
    }

    /**
     * Chatwoot gives a conversation that an agent's token opens to that agent: so it is opened first, and the token's own
     * user is nobody who has it.
     */
    private static void takeOver(Session session, String path, long self, Takeover takeover) {
        JsonNode now = session.get(path);
        JsonNode assignee = now.at("/meta/assignee/id");
        boolean unmanned = !assignee.isNumber() || assignee.asLong() == self;
        if (unmanned) {
            if (!now.path("status").asText().equals("open")) {
                session.post(
                        path + "/toggle_status",
                        JsonNodeFactory.instance.objectNode().put("status", "open"));
            }
            assign(session, path, takeover.email());
        }
        attributes(session, path, now.path("custom_attributes"), takeover.attributes());
    }

    /** To nobody, where the seller is no agent: then it waits among the unassigned. */
    private static void assign(Session session, String path, String email) {
        JsonNode agent = JsonNodeFactory.instance.numberNode(0);
        for (JsonNode candidate : session.get("agents")) {
            if (candidate.path("email").asText().equalsIgnoreCase(email)) {
                agent = candidate.path("id");
            }
        }
        session.post(
                path + "/assignments", JsonNodeFactory.instance.objectNode().set("assignee_id", agent));
    }

    /** Older servers replace them all: so they are sent with those that there are. */
    private static void attributes(Session session, String path, JsonNode there, Map<String, String> wanted) {
        ObjectNode attributes =
                there instanceof ObjectNode known ? known.deepCopy() : JsonNodeFactory.instance.objectNode();
        wanted.forEach(attributes::put);
        if (!attributes.equals(there)) {
            session.post(
                    path + "/custom_attributes",
                    JsonNodeFactory.instance.objectNode().set("custom_attributes", attributes));
        }
    }
}
