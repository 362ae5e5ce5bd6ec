package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The users and queues of an org as a test gives them, under ids of its own. */
final class GivenColleagues {

    /** That of the package is in every org that Parley writes to. */
    private static final String UNASSIGNED = "Chat_Conversations_Unassigned";

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final List<ObjectNode> users = new ArrayList<>();
    private final List<ObjectNode> groups = new ArrayList<>();

    GivenColleagues(JsonNode people, JsonNode queues) {
        people.forEach(person -> idFor("005", person.path("username").asText()));
        people.forEach(this::user);
        queues.forEach(queue -> queue(queue.asText()));
        queue(UNASSIGNED);
    }

    GivenCrm crm() {
        return new GivenCrm(Map.of("User", users, "Group", groups));
    }

    /** The id of the user or queue of that name; null if there is none. */
    String idOf(String name) {
        return ids.get(name.toLowerCase(Locale.ROOT));
    }

    /** The name that an id stands for, or {@code none}. */
    String named(String id) {
        return ids.entrySet().stream()
                .filter(known -> known.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(this::asWritten)
                .orElse("none");
    }

    private String asWritten(String name) {
        return groups.stream()
                .map(group -> group.path("DeveloperName").asText())
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    private void user(JsonNode person) {
        String username = person.path("username").asText();
        ObjectNode user = JsonNodeFactory.instance
                .objectNode()
                .put("Id", idOf(username))
                .put("Username", username)
                .put("Name", person.path("name").asText(username))
                .put("Email", person.path("email").asText(username))
                .put("UserType", "Standard")
                .put("IsActive", person.path("active").asBoolean(true));
        if (person.has("manager")) {
            user.put("ManagerId", idOf(person.path("manager").asText()));
        }
        users.add(user);
    }

    private void queue(String name) {
        groups.add(JsonNodeFactory.instance
                .objectNode()
                .put("Id", idFor("00G", name))
                .put("Type", "Queue")
                .put("DeveloperName", name));
    }

    private String idFor(String prefix, String name) {
        return ids.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> prefix + "%012dAAA".formatted(ids.size() + 1));
    }
}
