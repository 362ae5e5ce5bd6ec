package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.html.HtmlEscapers;
import dev.parley.channel.writeback.Note.Takeover;
import java.util.Map;

/**
 * Intercom's REST API 2.14, as its OpenAPI description has it: Conversations, "Retrieve a conversation", "Reply to a
 * conversation" as a note, "Manage a conversation" (open, assignment) and "Update a conversation"; Admins, "Identify an
 * admin" and "List all admins". The attributes are conversation data attributes, which must be made in Intercom before.
 */
final class IntercomDesk implements Desk {

    @Override
    public Map<String, String> headers(String token) {
        return Map.of("Authorization", "Bearer " + token, "Intercom-Version", "2.14");
    }

    @Override
    public void write(Session session, String conversation, Note note) {
        String path = "conversations/" + Path.segment(conversation);
        JsonNode now = session.get(path);
        boolean written = stands(now, note.mark());
        if (written && note.takenOver().isEmpty()) {
            return;
        }
        String self = session.get("me").path("id").asText();
        if (!written) {
            session.post(
                    path + "/reply",
                    act("note", self)
                            .put("type", "admin")
                            .put("body", "<p>" + HtmlEscapers.htmlEscaper().escape(note.marked()) + "</p>"));
        }
        note.takenOver().ifPresent(takeover -> takeOver(session, path, now, self, takeover));
    }

    private static boolean stands(JsonNode conversation, String mark) {
        for (JsonNode part : conversation.at("/conversation_parts/conversation_parts")) {
            if (part.path("body").asText().contains(mark)) {
                return true;
            }
        }
        return false;
    }

    /** Where no teammate has it, whoever else does is a bot. */
    private static void takeOver(Session session, String path, JsonNode now, String self, Takeover takeover) {
        JsonNode admins = session.get("admins").path("admins");
        String assignee = now.path("admin_assignee_id").asText("0");
        boolean unmanned = assignee.equals(self) || find(admins, "id", assignee) == null;
        if (unmanned) {
            if (!now.path("state").asText().equals("open")) {
                session.post(path + "/parts", act("open", self));
            }
            String seller = find(admins, "email", takeover.email());
            if (seller != null) {
                session.post(
                        path + "/parts",
                        act("assignment", self).put("type", "admin").put("assignee_id", seller));
            }
        }
        attributes(session, path, now.path("custom_attributes"), takeover.attributes());
    }

    private static void attributes(Session session, String path, JsonNode there, Map<String, String> wanted) {
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        wanted.forEach((name, value) -> {
            if (!there.path(name).asText().equals(value)) {
                changed.put(name, value);
            }
        });
        if (!changed.isEmpty()) {
            session.put(path, JsonNodeFactory.instance.objectNode().set("custom_attributes", changed));
        }
    }

    /** The id of the teammate with that value; null if there is none. */
    private static String find(JsonNode admins, String field, String value) {
        for (JsonNode admin : admins) {
            if (admin.path(field).asText().equalsIgnoreCase(value)) {
                return admin.path("id").asText();
            }
        }
        return null;
    }

    private static ObjectNode act(String what, String self) {
        return JsonNodeFactory.instance.objectNode().put("message_type", what).put("admin_id", self);
    }
}
