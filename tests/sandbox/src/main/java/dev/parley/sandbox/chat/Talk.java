package dev.parley.sandbox.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One conversation: its events in their order, and what they come to. */
final class Talk {
    /** Whose turn it is to answer. */
    enum State {
        BOT,
        WAITING,
        AGENT,
        CLOSED
    }

    /** What only the company's own people see. */
    private static final Set<String> INTERNAL = Set.of(
            "crm.context.changed",
            "handoff.offered",
            "handoff.declined",
            "handoff.expired",
            "follow-up.due",
            "service.breached");

    private final String id;
    private final String key;
    private final List<ObjectNode> events = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final ObjectNode visitor = Json.object();
    private final Set<String> inCrm = new HashSet<>();
    private State state = State.BOT;
    private String locale = "en";
    private String agent = "";
    /** Who has accepted to take the visitor over, if anybody has. */
    private JsonNode seller = Json.object();

    private String waitingSince = "";
    private int readByAgent = -1;
    private int readByVisitor = -1;

    Talk(String id, String key) {
        this.id = id;
        this.key = key;
    }

    void apply(ObjectNode event) {
        places.put(event.path("id").asText(), events.size());
        events.add(event);
        JsonNode data = event.path("data");
        switch (event.path("type").asText()) {
            case "chat.conversation.started" -> {
                visitor.setAll((ObjectNode) data.path("visitor"));
                locale = data.path("locale").asText("en");
            }
            case "chat.visitor.identified" -> identified(data.path("visitor"));
            case "crm.context.changed" -> recognized(data);
            case "chat.participant.left" -> left(event);
            case "chat.participant.joined" -> joined(data);
            case "chat.conversation.closed" -> state = State.CLOSED;
            case "chat.message.posted" -> said(event);
            case "handoff.accepted" -> seller = data.path("to");
            default -> {
                // Shown, and without bearing on whose turn it is.
            }
        }
    }

    /** Words that were on their way when the conversation was closed open it again: nobody's last word is lost. */
    private void said(ObjectNode event) {
        String role = event.at("/data/author/role").asText();
        if (role.equals("agent")) {
            readByAgent = events.size() - 1;
            if (!event.at("/data/private").asBoolean()) {
                waitingSince = "";
            }
        } else if (role.equals("visitor") && state == State.CLOSED) {
            state = State.WAITING;
            agent = "";
            waitingSince = event.path("time").asText();
        } else if (role.equals("visitor") && state == State.AGENT) {
            waits(event);
        }
    }

    private void identified(JsonNode told) {
        visitor.setAll((ObjectNode) told);
        locale = told.path("locale").asText(locale);
    }

    /** What the CRM knows of them: nobody need ask for it. */
    private void recognized(JsonNode context) {
        inCrm.clear();
        if (!context.at("/account/name").asText().isEmpty()) {
            inCrm.add("company");
        }
        if (context.has("contact")) {
            inCrm.add("email");
        }
    }

    private void left(ObjectNode event) {
        if (event.at("/data/role").asText().equals("bot")) {
            state = State.WAITING;
            waits(event);
        } else if (event.at("/data/reason").asText().equals("transfer")) {
            waits(event);
        }
    }

    /** From the first thing that nobody has answered. */
    private void waits(ObjectNode event) {
        if (waitingSince.isEmpty()) {
            waitingSince = event.path("time").asText();
        }
    }

    private void joined(JsonNode data) {
        if (data.path("role").asText().equals("agent")) {
            state = State.AGENT;
            agent = data.at("/participant/id").asText();
            if (!isHandedOver()) {
                readByAgent = events.size() - 1;
            }
        }
    }

    /** Whoever was handed it may not be there: they have read it when they say so. */
    private boolean isHandedOver() {
        JsonNode before = events.size() < 2 ? Json.object() : events.get(events.size() - 2);
        return before.path("type").asText().equals("chat.participant.left")
                && before.at("/data/reason").asText().equals("transfer");
    }

    String id() {
        return id;
    }

    String key() {
        return key;
    }

    State state() {
        return state;
    }

    String locale() {
        return locale;
    }

    /** The agent's id; empty while there is none. */
    String agent() {
        return agent;
    }

    ObjectNode visitor() {
        return visitor.deepCopy();
    }

    /** Whether the visitor or the CRM has told it. */
    boolean knows(String field) {
        return inCrm.contains(field) || !visitor.path(field).asText("").isEmpty();
    }

    Stream<String> wordsOfVisitor() {
        return List.copyOf(events).stream()
                .map(event -> event.path("data"))
                .filter(data -> data.at("/author/role").asText().equals("visitor"))
                .map(data -> data.path("text").asText());
    }

    List<ObjectNode> events() {
        return List.copyOf(events);
    }

    /** The place of an event among the conversation's, -1 if it is not there. */
    int place(String eventId) {
        return places.getOrDefault(eventId, -1);
    }

    /** A side, {@code agent} or {@code visitor}, has seen everything up to a place; false where that is no news. */
    boolean read(String by, int place) {
        int seen = Math.min(place, events.size() - 1);
        if (by.equals("agent") && seen > readByAgent) {
            readByAgent = seen;
            return true;
        }
        if (by.equals("visitor") && seen > readByVisitor) {
            readByVisitor = seen;
            return true;
        }
        return false;
    }

    int readByAgent() {
        return readByAgent;
    }

    int readByVisitor() {
        return readByVisitor;
    }

    /** An event as the visitor may see it, if they may: of an offer that was taken no more than who took it. */
    static Optional<ObjectNode> forVisitor(ObjectNode event) {
        if (event.path("type").asText().equals("handoff.accepted")) {
            ObjectNode taken = event.deepCopy();
            taken.putObject("data")
                    .putObject("to")
                    .put("name", event.at("/data/to/name").asText());
            return Optional.of(taken);
        }
        boolean internal = INTERNAL.contains(event.path("type").asText())
                || event.at("/data/private").asBoolean(false);
        return internal ? Optional.empty() : Optional.of(withoutAddresses(event));
    }

    /** Who speaks to them has a name; how to reach them outside the chat is the company's. */
    private static ObjectNode withoutAddresses(ObjectNode event) {
        ObjectNode seen = event.deepCopy();
        for (String who : List.of("author", "participant")) {
            if (seen.at("/data/" + who) instanceof ObjectNode person) {
                person.retain("id", "name", "role");
            }
        }
        return seen;
    }

    /** What the desk's list shows. */
    ObjectNode summary() {
        ObjectNode summary = Json.object().put("type", "talk").put("id", id);
        summary.put("state", state.name().toLowerCase(Locale.ROOT))
                .put("locale", locale)
                .put("agent", agent)
                .put("waitingSince", waitingSince)
                .put(
                        "started",
                        events.isEmpty() ? "" : events.get(0).path("time").asText())
                .put("readByAgent", readByAgent)
                .put("readByVisitor", readByVisitor)
                .put("unread", unread())
                .put("count", events.size());
        if (seller.has("name")) {
            summary.set("seller", seller);
        }
        summary.set("visitor", visitor());
        return summary.put("last", lastWords());
    }

    private String lastWords() {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (isVisitors(events.get(i))) {
                return Json.text(events.get(i).path("data"), "text", 120);
            }
        }
        return "";
    }

    /** How many messages of the visitor the agent has not seen. */
    private int unread() {
        return (int) events.subList(readByAgent + 1, events.size()).stream()
                .filter(Talk::isVisitors)
                .count();
    }

    private static boolean isVisitors(JsonNode event) {
        return event.path("type").asText().equals("chat.message.posted")
                && event.at("/data/author/role").asText().equals("visitor");
    }
}
