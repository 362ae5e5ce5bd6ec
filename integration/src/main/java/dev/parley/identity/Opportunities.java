package dev.parley.identity;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the open opportunity that a conversation belongs to. */
final class Opportunities {

    private final Directory directory;

    Opportunities(Directory directory) {
        this.directory = directory;
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

    /**
     * The one on which the contact has a role, else the one that the lead was converted to, else the account's, if it
     * is the only open one; several become links, and none of them is taken.
     */
    Match find(People.Match person, String accountId, Findings findings) {
        Map<Known, String> roles = openRoles(person.idOf(Followed.CONTACT));
        if (!roles.isEmpty()) {
            return byRole(roles, findings);
        }
        Optional<Known> converted = ofConvertedLead(person);
        if (converted.isPresent()) {
            findings.found("the lead was converted to this open opportunity");
            return new Match(converted.get(), false);
        }
        return ofAccount(accountId, findings);
    }

    private static Match byRole(Map<Known, String> roles, Findings findings) {
        if (roles.size() == 1) {
            findings.found("the contact has a role on one open opportunity");
            return new Match(roles.keySet().iterator().next(), true);
        }
        findings.found(
                "Review the opportunity: the contact has a role on " + roles.size() + " open ones, none is taken");
        roles.forEach((opportunity, role) ->
                findings.link(opportunity, role.isEmpty() ? null : role, Confidence.ROLE_ON_SEVERAL));
        return Match.NONE;
    }

    private Match ofAccount(String accountId, Findings findings) {
        List<Known> open = directory.find(By.OPEN_OPPORTUNITY, accountId);
        if (open.isEmpty()) {
            return Match.NONE;
        }
        if (open.size() == 1) {
            findings.found("the account has one open opportunity");
            return new Match(open.get(0), false);
        }
        findings.found("Review the opportunity: the account has " + open.size() + " open ones, none is taken");
        open.forEach(opportunity -> findings.link(opportunity, null, Confidence.ONE_OF_SEVERAL));
        return Match.NONE;
    }

    /** The open opportunities on which the contact has a role, in the order of their ids, with the role or "". */
    private Map<Known, String> openRoles(String contactId) {
        Map<Known, String> roles = new TreeMap<>(Comparator.comparing(Known::id));
        for (Known role : directory.find(By.ROLE_OF_CONTACT, contactId)) {
            String name = Optional.ofNullable(role.text("Role")).orElse("");
            open(role.text("OpportunityId")).ifPresent(opportunity -> roles.putIfAbsent(opportunity, name));
        }
        return roles;
    }

    private Optional<Known> ofConvertedLead(People.Match person) {
        return Optional.ofNullable(person.converted()).flatMap(lead -> open(lead.text("ConvertedOpportunityId")));
    }

    private Optional<Known> open(String opportunityId) {
        return directory.find(Followed.OPPORTUNITY, opportunityId).filter(record -> !record.flag("IsClosed"));
    }
}
