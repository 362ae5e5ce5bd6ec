package dev.parley.identity;

import dev.parley.crm.Crm;
import dev.parley.mapping.People;
import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who of the org owns a conversation, and who of its users took part in it. */
public final class Owners {

    /** How the ids of users begin; queues may own records too, and are never inactive. */
    private static final String USER = "005";

    private final UnassignedQueue unassigned;
    private final Users users;

    /**
     * Makes it; it asks nothing yet.
     *
     * @param crm the org
     * @param clock for how old what is known of its users is
     */
    public Owners(Crm crm, Clock clock) {
        this.unassigned = new UnassignedQueue(crm);
        this.users = new Users(crm, clock);
    }

    /** The same identity with an owner whom Salesforce takes: the one found, who stands in for them, or a queue. */
    public Identity owned(Identity identity, People people) {
        String found = identity.ownerId();
        boolean inactive = found != null
                && found.startsWith(USER)
                && users.byId(found).filter(user -> !user.active()).isPresent();
        if (found != null && !inactive) {
            return identity;
        }
        Optional<String> other = inactive ? standIn(found, people.fallbackOwner()) : Optional.empty();
        return identity.ownedBy(other.or(unassigned::id).orElse(null));
    }

    private Optional<String> standIn(String inactive, String fallback) {
        if (fallback == null) {
            return Optional.empty();
        }
        if (fallback.equals(People.MANAGER)) {
            return manager(inactive);
        }
        return fallback.contains("@")
                ? users.byUsername(fallback).filter(User::active).map(User::id)
                : users.queue(fallback);
    }

    /** The first active one above. */
    private Optional<String> manager(String id) {
        Set<String> seen = new HashSet<>();
        Optional<User> user = users.byId(id);
        while (user.isPresent() && !user.get().active() && seen.add(user.get().id())) {
            user = Optional.ofNullable(user.get().managerId()).flatMap(users::byId);
        }
        return user.filter(User::active).map(User::id);
    }

    /**
     * The active user that an agent is, by the people's file, else by the address alone.
     *
     * @param source the channel's name
     * @param agentId the agent's id there
     * @param email the agent's address, or null
     */
    public Optional<String> userId(String source, String agentId, String email, People people) {
        Optional<User> user = people.username(source, agentId, email)
                .map(users::byUsername)
                .orElseGet(() -> users.byEmail(email == null ? agentId : email));
        return user.filter(User::active).map(User::id);
    }

    /**
     * Somebody of the org who may be asked to take a conversation.
     *
     * @param id Salesforce id of an active user
     * @param name for people
     * @param email in lower case
     * @param language in which they have the CRM, as Salesforce writes it ({@code zh_CN}), or null
     */
    public record Colleague(String id, String name, String email, String language) {}

    /** The active user of that id; empty for a queue, and for a user without an address. */
    public Optional<Colleague> colleague(String userId) {
        return users.byId(userId).flatMap(Owners::asColleague);
    }

    /** The only active user with that address. */
    public Optional<Colleague> colleagueByEmail(String email) {
        return users.byEmail(email).flatMap(Owners::asColleague);
    }

    private static Optional<Colleague> asColleague(User user) {
        return user.active() && !user.email().isEmpty()
                ? Optional.of(new Colleague(user.id(), user.name(), user.email(), user.language()))
                : Optional.empty();
    }

    /** The id of the user of that username, or of the queue of that API name. */
    public Optional<String> ownerId(String named) {
        return named.contains("@")
                ? users.byUsername(named).filter(User::active).map(User::id)
                : users.queue(named);
    }
}
