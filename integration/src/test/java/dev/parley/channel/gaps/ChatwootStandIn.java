package dev.parley.channel.gaps;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that answers as Chatwoot's REST API does: pages of 25 conversations and of 20 messages, and a token. */
final class ChatwootStandIn implements AutoCloseable {

    static final String TOKEN = "agent-token";

    private static final Pattern MESSAGES = Pattern.compile("conversations/(\\d+)/messages(?:\\?before=(\\d+))?");
    private static final Pattern LIST = Pattern.compile("conversations\\?.*page=(\\d+)");
    private static final int CONVERSATIONS = 25;
    private static final int OF_ONE = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<Integer, List<ObjectNode>> messages = new TreeMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile boolean repeats;
    private volatile int allowance = Integer.MAX_VALUE;
    private volatile int wait;
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();

    ChatwootStandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/api/v1/accounts/3/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1/accounts/3");
    }

    /** A message of a conversation; odd ids are the visitor's. */
    void says(int conversation, int id, Instant at) {
        ObjectNode message = JSON.createObjectNode()
                .put("id", id)
                .put("conversation_id", conversation)
                .put("content", "message " + id)
                .put("message_type", id % 2 == 1 ? 0 : 1)
                .put("private", false)
                .put("created_at", at.getEpochSecond());
        message.putObject("sender").put("id", 7).put("name", "Somebody").put("type", "user");
        messages.computeIfAbsent(conversation, key -> new ArrayList<>()).add(message);
    }

    /** The next request is answered with this status, and this many seconds to wait where that is not 0. */
    void refuses(int status, int retryAfter) {
        refusals.add(status + " " + retryAfter);
    }

    /** That many requests from now on are answered, those after them refused with 429. */
    void letsThrough(int requests, int retryAfter) {
        allowance = requests;
        wait = retryAfter;
    }

    /** A message that no conversation has: its time is none. */
    void babbles(int conversation, int id) {
        says(conversation, id, Instant.EPOCH);
        List<ObjectNode> all = messages.get(conversation);
        ObjectNode last = all.remove(all.size() - 1);
        all.add(0, last.put("created_at", "yesterday"));
    }

    /** What it answers to the first question. */
    String firstPage() {
        return list(1).toString();
    }

    /** The next request is answered with this, whatever it asks for. */
    void answers(String body) {
        refusals.add("200 0 " + body);
    }

    /** From now on it pays no attention to which page is asked for. */
    void repeatsItself() {
        repeats = true;
    }

    /** What was asked for, below the account. */
    List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString().substring("/api/v1/accounts/3/".length());
        String refusal = refusals.poll();
        if (allowance == 0 && refusal == null) {
            refusal = "429 " + wait;
        } else {
            asked.add(path);
            allowance--;
        }
        if (refusal != null) {
            String[] parts = refusal.split(" ", 3);
            if (!parts[1].equals("0")) {
                exchange.getResponseHeaders().add("Retry-After", parts[1]);
            }
            send(exchange, Integer.parseInt(parts[0]), parts.length == 3 ? parts[2] : "{\"error\":\"no\"}");
        } else if (!TOKEN.equals(exchange.getRequestHeaders().getFirst("api_access_token"))) {
            send(exchange, 401, "{\"errors\":[\"Invalid Access Token\"]}");
        } else {
            send(exchange, 200, body(path).toString());
        }
    }

    private ObjectNode body(String path) {
        Matcher ofOne = MESSAGES.matcher(path);
        if (ofOne.matches()) {
            return page(Integer.parseInt(ofOne.group(1)), repeats ? null : ofOne.group(2));
        }
        Matcher list = LIST.matcher(path);
        if (!list.matches()) {
            throw new IllegalArgumentException(path);
        }
        return list(repeats ? 1 : Integer.parseInt(list.group(1)));
    }

    private ObjectNode list(int page) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode payload = answer.putObject("data").putArray("payload");
        messages.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -last(entry.getValue())))
                .skip((page - 1L) * CONVERSATIONS)
                .limit(CONVERSATIONS)
                .forEach(entry -> payload.add(conversation(entry.getKey(), entry.getValue())));
        return answer;
    }

    private static ObjectNode conversation(int id, List<ObjectNode> messages) {
        ObjectNode conversation = JSON.createObjectNode()
                .put("id", id)
                .put("status", "open")
                .put("created_at", messages.get(0).get("created_at").asLong())
                .put("updated_at", (double) last(messages))
                .put("last_activity_at", last(messages));
        conversation.putObject("additional_attributes");
        conversation
                .putObject("meta")
                .put("channel", "Channel::WebWidget")
                .putObject("sender")
                .put("id", 400 + id);
        conversation.putArray("messages").add(messages.get(messages.size() - 1));
        return conversation;
    }

    private ObjectNode page(int conversation, String before) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode payload = answer.putArray("payload");
        List<ObjectNode> all = messages.get(conversation).stream()
                .filter(message -> before == null || message.get("id").asInt() < Integer.parseInt(before))
                .toList();
        all.subList(Math.max(0, all.size() - OF_ONE), all.size()).forEach(payload::add);
        return answer;
    }

    private static long last(List<ObjectNode> messages) {
        return messages.get(messages.size() - 1).get("created_at").asLong();
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
