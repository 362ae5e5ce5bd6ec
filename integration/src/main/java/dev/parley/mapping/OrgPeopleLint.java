package dev.parley.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import dev.parley.crm.Crm;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether the org has the users and queues that {@code people.yaml} names. */
final class OrgPeopleLint {

    private static final List<String> QUERIES = List.of(
            "SELECT Id, Username, IsActive FROM User ORDER BY SystemModstamp, Id LIMIT 10000",
            "SELECT Id, DeveloperName FROM Group WHERE Type = 'Queue' ORDER BY SystemModstamp, Id LIMIT 10000");

    private final People people;
    private final Consumer<Finding> findings;
    private final Map<String, Boolean> activeByUsername = new HashMap<>();

    OrgPeopleLint(People people, Consumer<Finding> findings) {
        this.people = people;
        this.findings = findings;
    }

    /** Costs one call, and none where the file names nobody. */
    void check(Crm crm) {
        String fallback = people.fallbackOwner();
        boolean named = fallback != null && !fallback.equals(People.MANAGER);
        if (people.agents().isEmpty() && !named) {
            return;
        }
        List<List<ObjectNode>> rows = crm.query(QUERIES);
        rows.get(0)
                .forEach(user -> activeByUsername.put(
                        Ascii.toLowerCase(user.path("Username").asText()),
                        user.path("IsActive").asBoolean()));
        new TreeMap<>(people.agents()).forEach(this::checkUser);
        if (named && fallback.contains("@")) {
            checkUser(People.FALLBACK, fallback);
        } else if (named) {
            checkQueue(fallback, rows.get(1));
        }
    }

    private void checkUser(String key, String username) {
        Boolean active = activeByUsername.get(Ascii.toLowerCase(username));
        if (active == null) {
            findings.accept(Finding.error(
                    people.places().get(key),
                    "unknown-user",
                    "the org has no user '" + username + "', or hides them from the integration user",
                    Suggestion.among(activeByUsername.keySet(), username)));
        } else if (!active) {
            findings.accept(Finding.warning(
                    people.places().get(key),
                    "unknown-user",
                    "the user '" + username + "' is inactive: Salesforce gives them no record"));
        }
    }

    private void checkQueue(String name, List<ObjectNode> rows) {
        Set<String> queues =
                rows.stream().map(queue -> queue.path("DeveloperName").asText()).collect(Collectors.toSet());
        if (!queues.contains(name)) {
            findings.accept(Finding.error(
                    people.places().get(People.FALLBACK),
                    "unknown-queue",
                    "the org has no queue '" + name + "', or hides it from the integration user",
                    Suggestion.among(queues, name)));
        }
    }
}
