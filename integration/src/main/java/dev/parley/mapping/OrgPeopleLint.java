package dev.parley.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import dev.parley.crm.Crm;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Whether the org has the users and queues that {@code people.yaml} names, and the sellers of {@code routing.yaml}. */
final class OrgPeopleLint {

    private static final List<String> QUERIES = List.of(
            "SELECT Id, Username, Email, IsActive FROM User ORDER BY SystemModstamp, Id LIMIT 10000",
            "SELECT Id, DeveloperName FROM Group WHERE Type = 'Queue' ORDER BY SystemModstamp, Id LIMIT 10000");

    private final People people;
    private final Map<String, Place> sellers;
    private final Consumer<Finding> findings;
    private final Map<String, Boolean> activeByUsername = new HashMap<>();
    private final Set<String> activeAddresses = new HashSet<>();

    /** @param sellers where each stands, by e-mail address in lower case */
    OrgPeopleLint(People people, Map<String, Place> sellers, Consumer<Finding> findings) {
        this.people = people;
        this.sellers = sellers;
        this.findings = findings;
    }

    /** Costs one call, and none where the files name nobody. */
    void check(Crm crm) {
        String fallback = people.fallbackOwner();
        boolean named = fallback != null && !fallback.equals(People.MANAGER);
        if (people.agents().isEmpty() && sellers.isEmpty() && !named) {
            return;
        }
        List<List<ObjectNode>> rows = crm.query(QUERIES);
        rows.get(0).forEach(this::learn);
        new TreeMap<>(people.agents()).forEach(this::checkUser);
        if (named && fallback.contains("@")) {
            checkUser(People.FALLBACK, fallback);
        } else if (named) {
            checkQueue(fallback, rows.get(1));
        }
        sellers.forEach(this::checkSeller);
    }

    private void learn(ObjectNode user) {
        boolean active = user.path("IsActive").asBoolean();
        activeByUsername.put(Ascii.toLowerCase(user.path("Username").asText()), active);
        if (active) {
            activeAddresses.add(Ascii.toLowerCase(user.path("Email").asText()));
        }
    }

    private void checkUser(String key, String username) {
        Boolean active = activeByUsername.get(Ascii.toLowerCase(username));
        if (active == null) {
            findings.accept(Finding.error(
                    people.places().get(key),
                    "unknown-user",
                    "the org has no user '" + username + "', or hides them from the integration user",
                    Suggestion.amongAddresses(activeByUsername.keySet(), username)));
        } else if (!active) {
            findings.accept(Finding.warning(
                    people.places().get(key),
                    "unknown-user",
                    "the user '" + username + "' is inactive: Salesforce gives them no record"));
        }
    }

    /** Offers reach sellers by mail, so that one without a user is no error; but records cannot become theirs. */
    private void checkSeller(String email, Place place) {
        if (!email.isEmpty() && !activeAddresses.contains(email)) {
            findings.accept(Finding.warning(
                    place,
                    "unknown-user",
                    "the org has no active user with the address '" + email
                            + "': they are asked, but no record becomes theirs",
                    Suggestion.amongAddresses(activeAddresses, email)));
        }
    }

    private void checkQueue(String name, List<ObjectNode> rows) {
        Set<String> queues =
                rows.stream().map(queue -> queue.path("DeveloperName").asText()).collect(Collectors.toSet());
        if (!queues.contains(name)) {
            queues.add(People.MANAGER);
            findings.accept(Finding.error(
                    people.places().get(People.FALLBACK),
                    "unknown-queue",
                    "the org has no queue '" + name + "', or hides it from the integration user",
                    Suggestion.among(queues, name)));
        }
    }
}
