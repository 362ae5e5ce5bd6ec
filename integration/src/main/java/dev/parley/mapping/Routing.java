package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which conversations are offered to which sellers, as {@code routing.yaml} says. Immutable. */
public final class Routing {
    /** The owner of the opportunity that the talk is about. */
    public static final String OPPORTUNITY_OWNER = "opportunity-owner";

    /** The owner of the visitor's account. */
    public static final String ACCOUNT_OWNER = "account-owner";

    /** The owner of the visitor's lead. */
    public static final String LEAD_OWNER = "lead-owner";

    /** All who are found in the CRM. */
    static final List<String> OWNERS = List.of(OPPORTUNITY_OWNER, ACCOUNT_OWNER, LEAD_OWNER);

    /** Where there is no such file: nothing is offered. */
    public static final Routing NONE = new Routing(
            List.of(),
            List.of(),
            Map.of(),
            new Workplace(WorkCalendar.ALWAYS, 3, Duration.ofMinutes(30)),
            Escalation.NOBODY,
            Duration.ofMinutes(5),
            Duration.ofHours(1),
            null,
            List.of());

    private final List<Rule> never;
    private final List<Rule> rules;
    private final Map<String, Pool> pools;
    private final Workplace owners;
    private final Escalation escalation;
    private final Duration accept;
    private final Duration within;
    private final FollowUp followUp;
    private final List<Promise> service;

    Routing(
            List<Rule> never,
            List<Rule> rules,
            Map<String, Pool> pools,
            Workplace owners,
            Escalation escalation,
            Duration accept,
            Duration within,
            FollowUp followUp,
            List<Promise> service) {
        this.never = List.copyOf(never);
        this.rules = List.copyOf(rules);
        this.pools = new TreeMap<>(pools);
        this.owners = owners;
        this.escalation = escalation;
        this.accept = accept;
        this.within = within;
        this.followUp = followUp;
        this.service = List.copyOf(service);
    }

    /**
     * How long visitors wait at most, in working time. A time that is null is not promised.
     *
     * @param when where it holds; null for everywhere
     * @param hours name of the calendar
     * @param firstResponse until the first answer
     * @param waiting until each further one
     * @param accept until a seller has taken what was offered
     */
    public record Promise(
            String name, Expression when, String hours, Duration firstResponse, Duration waiting, Duration accept) {}

    /**
     * Who writes to a visitor whom nobody answered, or who was cut off.
     *
     * @param when where it holds; null for everywhere
     * @param to owners and pools, in their order
     * @param after how long nothing was said in a conversation that nobody has closed
     */
    record FollowUp(Expression when, List<String> to, Duration after) {}

    /** A condition, its name, and who is asked where it holds. */
    record Rule(String name, Expression when, List<String> offer) {}

    /**
     * Who is asked for a conversation.
     *
     * @param reason the name of the rule
     * @param offer owners and pools, in their order; empty if the conversation is offered to nobody
     */
    public record Route(String reason, List<String> offer) {}

    /**
     * How somebody works.
     *
     * @param hours name of their calendar
     * @param capacity most conversations at a time
     * @param busy how long one that they took counts
     */
    public record Workplace(String hours, int capacity, Duration busy) {}

    /**
     * Sellers who take turns.
     *
     * @param least whether they are told as little as possible
     */
    public record Pool(String name, boolean least, List<Seller> sellers) {}

    /**
     * Somebody who takes offers.
     *
     * @param email in lower case
     * @param name or null
     * @param weight share beside the others
     * @param languages ISO 639-1; empty for any
     */
    public record Seller(
            String email, String name, double weight, List<String> languages, Workplace work, List<Absence> vacation) {}

    /** Days off, both counted in. */
    public record Absence(LocalDate from, LocalDate to) {

        /** Whether they are away on that day. */
        public boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /**
     * Who is told of what nobody took.
     *
     * @param mail an address, or null
     * @param owner a username or a queue's API name, or null
     */
    public record Escalation(String mail, String owner) {
        static final Escalation NOBODY = new Escalation(null, null);

        /** Whether anybody learns of it. */
        public boolean tells() {
            return mail != null || owner != null;
        }
    }

    /**
     * Whether and to whom a conversation is offered; empty if no rule holds.
     *
     * @param dossier as mapping files see it
     * @throws MappingFailed if a condition cannot be evaluated
     */
    public Optional<Route> route(JsonNode dossier) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> plain = DossierMap.of(dossier);
        Allowance allowance = new Allowance();
        Optional<Route> kept = first(never, plain, allowance);
        return kept.isPresent() ? kept : first(rules, plain, allowance);
    }

    private static Optional<Route> first(List<Rule> rules, Map<String, Object> dossier, Allowance allowance) {
        return rules.stream()
                .filter(rule -> rule.when() != null && rule.when().holds(dossier, allowance))
                .findFirst()
                .map(rule -> new Route(rule.name(), rule.offer()));
    }

    /**
     * Who writes to the visitor of a conversation that nobody answered; empty if nobody does.
     *
     * @param dossier as mapping files see it
     * @throws MappingFailed if the condition cannot be evaluated
     */
    public List<String> followUp(JsonNode dossier) {
        boolean wanted = followUp != null
                && (followUp.when() == null || followUp.when().holds(DossierMap.of(dossier), new Allowance()));
        return wanted ? followUp.to() : List.of();
    }

    /** Whether anything is promised at all. */
    public boolean promises() {
        return !service.isEmpty();
    }

    /**
     * What is promised to the visitor of a conversation; empty if nothing is.
     *
     * @param dossier as mapping files see it
     * @throws MappingFailed if a condition cannot be evaluated
     */
    public Optional<Promise> promise(JsonNode dossier) {
        Map<String, Object> plain = DossierMap.of(dossier);
        Allowance allowance = new Allowance();
        return service.stream()
                .filter(promise -> promise.when() == null || promise.when().holds(plain, allowance))
                .findFirst();
    }

    /** How long nothing was said in a conversation that counts as left though nobody has closed it. */
    public Duration leftAfter() {
        return followUp == null ? within : followUp.after();
    }

    /** Whether anybody ever writes to a visitor whom nobody answered. */
    public boolean followsUp() {
        return followUp != null;
    }

    /** The rule of that name, whether it holds or not. */
    public Optional<Route> rule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .map(rule -> new Route(rule.name(), rule.offer()));
    }

    /** The pool of that name. */
    public Optional<Pool> pool(String name) {
        return Optional.ofNullable(pools.get(name));
    }

    /** How a user of the CRM takes offers: as in a pool if they are in one. */
    public Seller owner(String email, String name) {
        return pools.values().stream()
                .flatMap(pool -> pool.sellers().stream())
                .filter(seller -> seller.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseGet(() -> new Seller(email, name, 1, List.of(), owners, List.of()));
    }

    /** Who is told of what nobody took. */
    public Escalation escalation() {
        return escalation;
    }

    /** How long a seller has, in working time. */
    public Duration accept() {
        return accept;
    }

    /** How long after its last word a conversation may still be offered. */
    public Duration within() {
        return within;
    }

    /** Whether anything may be offered at all. */
    public boolean enabled() {
        return !rules.isEmpty();
    }
}
