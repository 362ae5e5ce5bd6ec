package dev.parley.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Ascii;
import dev.parley.crm.Crm;
import dev.parley.mapping.OrgName.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Whether the org has the users and queues that {@code people.yaml} names, and those of the other files. */
final class OrgPeopleLint {

    private static final List<String> QUERIES = List.of(
            "SELECT Id, Username, Email, IsActive FROM User ORDER BY SystemModstamp, Id LIMIT 10000",
            "SELECT Id, DeveloperName FROM Group WHERE Type = 'Queue' ORDER BY SystemModstamp, Id LIMIT 10000");

    /** Offers and invitations reach them by mail, so that one without a user is no error. */
    private static final Map<Kind, String> WITHOUT_USER = Map.of(
            Kind.SELLER, "they are asked, but no record becomes theirs",
            Kind.HOST, "its calendar does not tell when they are busy, and no event becomes theirs");

    private final People people;
    private final List<OrgName> names;
    private final Consumer<Finding> findings;
    private final Map<String, Boolean> activeByUsername = new HashMap<>();
    private final Set<String> activeAddresses = new HashSet<>();
    private final Set<String> queues = new TreeSet<>();

    /** @param names what other files name of the org; those of people among them count */
    OrgPeopleLint(People people, List<OrgName> names, Consumer<Finding> findings) {
        this.people = people;
        this.names = names.stream().filter(OrgPeopleLint::isOfPeople).toList();
        this.findings = findings;
    }

    private static boolean isOfPeople(OrgName name) {
        return name.kind() == Kind.OWNER || WITHOUT_USER.containsKey(name.kind());
    }

    /** Costs one call, and none where the files name nobody. */
    void check(Crm crm) {
        String fallback = people.fallbackOwner();
        boolean named = fallback != null && !fallback.equals(People.MANAGER);
        if (people.agents().isEmpty() && names.isEmpty() && !named) {
            return;
        }
        List<List<ObjectNode>> rows = crm.query(QUERIES);
        rows.get(0).forEach(this::learn);
        rows.get(1).forEach(queue -> queues.add(queue.path("DeveloperName").asText()));
        new TreeMap<>(people.agents())
                .forEach(
                        (agent, username) -> checkUser(username, people.places().get(agent)));
        if (named) {
            checkOwner(fallback, people.places().get(People.FALLBACK), Set.of(People.MANAGER));
        }
        names.forEach(this::check);
    }

    private void learn(ObjectNode user) {
        boolean active = user.path("IsActive").asBoolean();
        activeByUsername.put(Ascii.toLowerCase(user.path("Username").asText()), active);
        if (active) {
            activeAddresses.add(Ascii.toLowerCase(user.path("Email").asText()));
        }
    }

    private void check(OrgName name) {
        if (name.kind() == Kind.OWNER) {
            checkOwner(name.name(), name.place(), Set.of());
        } else {
            checkSeller(name);
        }
    }

    /** @param words what may stand there besides users and queues */
    private void checkOwner(String owner, Place place, Set<String> words) {
        if (owner.contains("@")) {
            checkUser(owner, place);
        } else if (!queues.contains(owner)) {
            Set<String> known = new TreeSet<>(queues);
            known.addAll(words);
            findings.accept(Finding.error(
                    place,
                    "unknown-queue",
                    "the org has no queue '" + owner + "', or hides it from the integration user",
                    Suggestion.among(known, owner)));
        }
    }

    private void checkUser(String username, Place place) {
        Boolean active = activeByUsername.get(Ascii.toLowerCase(username));
        if (active == null) {
            findings.accept(Finding.error(
                    place,
                    "unknown-user",
                    "the org has no user '" + username + "', or hides them from the integration user",
                    Suggestion.amongAddresses(activeByUsername.keySet(), username)));
        } else if (!active) {
            findings.accept(Finding.warning(
                    place, "unknown-user", "the user '" + username + "' is inactive: Salesforce gives them no record"));
        }
    }

    private void checkSeller(OrgName seller) {
        // people.yaml says who it is that holds a meeting; whether there is such a user, is looked at there.
        boolean known = seller.kind() == Kind.HOST && people.agents().containsKey(seller.name());
        if (!known && !activeAddresses.contains(seller.name())) {
            findings.accept(Finding.warning(
                    seller.place(),
                    "unknown-user",
                    "the org has no active user with the address '" + seller.name() + "': "
                            + WITHOUT_USER.get(seller.kind()),
                    Suggestion.amongAddresses(activeAddresses, seller.name())));
        }
    }
}
