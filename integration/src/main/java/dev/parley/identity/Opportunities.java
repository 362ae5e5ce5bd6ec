package dev.parley.identity;

import dev.parley.identity.OpportunityScore.Offered;
import dev.parley.identity.OpportunityScore.Scored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Finds the open opportunity that a conversation belongs to. */
final class Opportunities {

    private static final Comparator<Scored> LIKELIEST_FIRST = Comparator.comparingDouble(Scored::probability)
            .reversed()
            .thenComparing(scored -> scored.offered().record().id());

    private final Directory directory;
    private final LongFunction<String> said;

    /** @param said what was said in a conversation, by its key in the store; asked only where it matters */
    Opportunities(Directory directory, LongFunction<String> said) {
        this.directory = directory;
        this.said = said;
    }

    /**
     * Which opportunity was found.
     *
     * @param record or null
     * @param roleExists whether the contact has a role on it
     */
    record Match(Known record, boolean roleExists) {
        static final Match NONE = new Match(null, false);
    }

    /** The likeliest one if it is likely enough; others that may be meant become links. */
    Match find(Search search, PersonMatch person, String accountId) {
        Map<String, Offered> offered = offered(person, accountId);
        if (offered.isEmpty()) {
            return Match.NONE;
        }
        String words = offered.size() == 1 ? "" : said.apply(search.talk().conversation());
        List<Scored> scored = new OpportunityScore(search.policy().opportunities(), search.talk(), words)
                .of(List.copyOf(offered.values())).stream()
                        .sorted(LIKELIEST_FIRST)
                        .toList();
        Scored first = scored.get(0);
        var sure = search.policy().opportunities().thresholds();
        boolean taken = first.probability() >= sure.auto();
        search.findings().found(taken ? reason(first, scored.size()) : review(scored));
        scored.stream()
                .skip(taken ? 1 : 0)
                .filter(other -> other.probability() >= sure.review() || !taken)
                .forEach(other -> search.findings()
                        .link(
                                other.offered().record(),
                                blankToNull(other.offered().role()),
                                other.probability()));
        return taken ? new Match(first.offered().record(), first.offered().role() != null) : Match.NONE;
    }

    /** Whether the contact has a role on an opportunity. */
    boolean hasRole(PersonMatch person, String opportunityId) {
        return roles(person.idOf(Followed.CONTACT)).containsKey(opportunityId);
    }

    /** The open ones of the account and of the person, by their ids. */
    private Map<String, Offered> offered(PersonMatch person, String accountId) {
        String company = directory
                .find(Followed.ACCOUNT, accountId)
                .map(account -> account.text("Name"))
                .orElse(null);
        Map<String, String> roles = roles(person.idOf(Followed.CONTACT));
        String converted =
                person.converted() == null ? null : person.converted().text("ConvertedOpportunityId");
        Map<String, Known> open = new TreeMap<>();
        directory.find(By.OPEN_OPPORTUNITY, accountId).forEach(record -> open.put(record.id(), record));
        roles.keySet().forEach(id -> open(id).ifPresent(record -> open.put(id, record)));
        open(converted).ifPresent(record -> open.put(converted, record));
        Map<String, Offered> offered = new TreeMap<>();
        open.forEach(
                (id, record) -> offered.put(id, new Offered(record, roles.get(id), id.equals(converted), company)));
        return offered;
    }

    private static String reason(Scored first, int open) {
        if (open == 1 && first.offered().role() == null && !first.offered().converted()) {
            return "the account has one open opportunity";
        }
        if (first.offered().role() != null && open == 1) {
            return "the contact has a role on one open opportunity";
        }
        return first.offered().converted()
                ? "the lead was converted to this open opportunity"
                : "of %d open opportunities this is the likeliest (%.2f): %s"
                        .formatted(open, first.probability(), String.join(", ", first.reasons()));
    }

    private static String review(List<Scored> scored) {
        long roles =
                scored.stream().filter(each -> each.offered().role() != null).count();
        return roles > 1
                ? "Review the opportunity: the contact has a role on " + roles + " open ones, none is taken"
                : "Review the opportunity: the account has " + scored.size() + " open ones, none is taken";
    }

    /** Roles of the contact by opportunity, with the role's name or "". */
    private Map<String, String> roles(String contactId) {
        Map<String, String> roles = new TreeMap<>();
        for (Known role : directory.find(By.ROLE_OF_CONTACT, contactId)) {
            if (role.text("OpportunityId") != null) {
                roles.putIfAbsent(
                        role.text("OpportunityId"),
                        Optional.ofNullable(role.text("Role")).orElse(""));
            }
        }
        return roles;
    }

    private Optional<Known> open(String opportunityId) {
        return directory.find(Followed.OPPORTUNITY, opportunityId).filter(record -> !record.flag("IsClosed"));
    }

    private static String blankToNull(String role) {
        return role == null || role.isEmpty() ? null : role;
    }
}
