package dev.parley.channel.writeback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chatwoot: the token's user is an agent, who is given what they open; attributes are replaced as a whole. */
final class ChatwootStandIn extends StandIn {

    static final String TOKEN = "agent-token";
    static final int SELF = 9;

    private static final Pattern PATH = Pattern.compile("conversations/(\\w+)(/\\w+)?(?:\\?before=(\\d+))?");

    final Map<String, ObjectNode> conversations = new TreeMap<>();
    private final Map<String, List<ObjectNode>> messages = new TreeMap<>();
    private int lastId = 100;

    ChatwootStandIn() {
        super("/api/v1/accounts/3/");
    }

    /** A conversation that a bot has. */
    ObjectNode begins(String id) {
        ObjectNode conversation = JSON.createObjectNode().put("id", id).put("status", "pending");
        conversation.putObject("meta");
        conversation.putObject("custom_attributes").put("order", "SO-1");
        conversations.put(id, conversation);
        messages.put(id, new ArrayList<>());
        return conversation;
    }

    void says(String id, String text) {
        say(id, JSON.createObjectNode().put("content", text), 412);
    }

    private synchronized ObjectNode say(String id, ObjectNode message, int sender) {
        message.put("id", ++lastId).putObject("sender").put("id", sender);
        messages.get(id).add(message);
        return message;
    }

    /** The private notes of a conversation. */
    List<String> notes(String id) {
        return messages.get(id).stream()
                .filter(message -> message.path("private").asBoolean())
                .map(message -> message.path("content").asText())
                .toList();
    }

    @Override
    boolean lets(HttpExchange exchange) {
        return TOKEN.equals(exchange.getRequestHeaders().getFirst("api_access_token"));
    }

    @Override
    Answer answer(String method, String path, JsonNode body) {
        if (path.equals("agents")) {
            ArrayNode agents = JSON.createArrayNode();
            agents.addObject().put("id", SELF).put("email", "parley@company.example");
            agents.addObject().put("id", 21).put("email", "Maja@company.example");
            return well(agents);
        }
        Matcher named = PATH.matcher(path);
        if (!named.matches() || !conversations.containsKey(named.group(1))) {
            return unknown();
        }
        ObjectNode conversation = conversations.get(named.group(1));
        String part = named.group(2) == null ? "" : named.group(2);
        return switch (method + part) {
            case "GET" -> well(conversation);
            case "GET/messages" -> well(page(messages.get(named.group(1)), named.group(3)));
            case "POST/messages" -> well(say(named.group(1), (ObjectNode) body, SELF));
            case "POST/toggle_status" -> opened(conversation, body);
            case "POST/assignments" -> assigned(
                    conversation, body.path("assignee_id").asInt());
            case "POST/custom_attributes" -> well(
                    conversation.set("custom_attributes", body.path("custom_attributes")));
            default -> unknown();
        };
    }

    private static Answer opened(ObjectNode conversation, JsonNode body) {
        conversation.put("status", body.path("status").asText());
        return assigned(conversation, SELF);
    }

    private static Answer assigned(ObjectNode conversation, int agent) {
        ObjectNode meta = conversation.putObject("meta");
        if (agent != 0) {
            meta.putObject("assignee").put("id", agent);
        }
        return well(meta);
    }

    private static JsonNode page(List<ObjectNode> all, String before) {
        List<ObjectNode> until = all.stream()
                .filter(message -> before == null || message.path("id").asInt() < Integer.parseInt(before))
                .toList();
        ObjectNode answer = JSON.createObjectNode();
        answer.putArray("payload").addAll(until.subList(Math.max(0, until.size() - 20), until.size()));
        return answer;
    }
}
