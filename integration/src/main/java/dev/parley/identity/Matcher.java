package dev.parley.identity;

import dev.parley.company.CompanyMatcher;
import dev.parley.company.Providers;
import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Kind;
import dev.parley.mapping.IdentityPolicy;
import dev.parley.mapping.IdentityPolicy.NewRecords;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Says who a visitor is to the CRM. The same visitor, directory and decisions give the same answer: there is no clock in
 * it, and ties go by id.
 */
public final class Matcher {

    private final Directory directory;
    private final Decisions decisions;
    private final People people;
    private final Accounts accounts;
    private final Opportunities opportunities;
    private final OpportunityKey opportunityKey;
    private volatile Providing providing = new Providing(null, null, Optional.empty());

    private record Providing(IdentityPolicy policy, Providers providers, Optional<CompanyMatcher> companies) {}

    /** Makes one that nobody has taught anything. */
    public Matcher(Directory directory) {
        this(directory, Decisions.NONE, SignedIds.NONE, conversation -> "");
    }

    /**
     * Makes one.
     *
     * @param directory what the CRM holds
     * @param decisions what people have decided
     * @param signedIds which of the site's signed ids are believed
     * @param said what was said in a conversation, by its key in the store
     */
    public Matcher(Directory directory, Decisions decisions, SignedIds signedIds, LongFunction<String> said) {
        this.directory = directory;
        this.decisions = decisions;
        this.people = new People(directory, signedIds);
        this.accounts = new Accounts(directory);
        this.opportunities = new Opportunities(directory, said);
        this.opportunityKey = new OpportunityKey(directory, decisions);
    }

    /** Who the visitor is, as far as the directory knows now, by the usual policy. */
    public Identity identify(Visitor visitor) {
        return identify(visitor, Talk.SILENT, IdentityPolicy.DEFAULT);
    }

    /** Who the visitor is, as far as the directory knows now. */
    public Identity identify(Visitor visitor, Talk talk, IdentityPolicy policy) {
        Providing by = providing(policy);
        Search search =
                Search.of(visitor, talk, policy, by.providers(), by.companies(), decisions, directory.personal());
        Findings findings = search.findings();
        Decided decided = new Decided(directory, decisions.of(talk.conversation()), findings);
        boolean current = current(findings);
        PersonMatch person = decided.person(() -> people.find(search));
        Accounts.Match account = decided.account(() -> accounts.find(search, person));
        Opportunities.Match opportunity = decided.opportunity(
                () -> opportunities.find(search, person, account.id()), id -> opportunities.hasRole(person, id));
        Kind kind = kind(search, person, current && !decided.nobody());
        Decision decision = decided.isMade() ? Decision.MANUAL : decision(person, account, findings);
        Optional<String> key = opportunity.record() == null && kind != Kind.ANONYMOUS && current
                ? opportunityKey.of(search, account, decision)
                : Optional.empty();
        Identity identity = new Identity(
                kind,
                decision,
                decided.isMade() ? 1 : person.record() == null ? account.confidence() : person.confidence(),
                findings.evidence(),
                account.id(),
                person.idOf(Followed.CONTACT),
                person.idOf(Followed.LEAD),
                opportunity.record() == null ? null : opportunity.record().id(),
                owner(opportunity, account, person),
                leadKey(kind, visitor, person),
                opportunity.roleExists(),
                findings.links(),
                newRecord(policy, account, findings),
                key.orElse(null),
                territory(policy, visitor, account),
                findings.candidates(),
                LinkKeys.of(visitor, search.providers()));
        return asked(identity);
    }

    /** With all who may be meant, where a person is asked; whose all those accounts are owns the question too. */
    private Identity asked(Identity identity) {
        Identity all = identity.with(Asked.links(identity));
        return all.ownerId() == null ? all.ownedBy(Asked.owner(all, id -> directory.find(Followed.ACCOUNT, id))) : all;
    }

    /** Made anew only when the files change. */
    private Providing providing(IdentityPolicy policy) {
        Providing now = providing;
        if (now.policy() != policy) {
            Set<String> further = new TreeSet<>(policy.mail().freeMail());
            further.addAll(policy.sharedHosts());
            // What colleagues write from tells no customer either.
            further.addAll(policy.ownDomains());
            now = new Providing(policy, Providers.with(further), directory.companies(further));
            providing = now;
        }
        return now;
    }

    private boolean current(Findings findings) {
        switch (directory.state()) {
            case LOADING -> findings.review("the CRM's records are still being loaded, so somebody may be missing");
            case STALE -> findings.review("the CRM could not be read for some time, so this may be out of date");
            case CURRENT -> {
                return true;
            }
        }
        return false;
    }

    private static Kind kind(Search search, PersonMatch person, boolean current) {
        if (person.record() != null) {
            return person.is(Followed.CONTACT) ? Kind.CONTACT : Kind.LEAD;
        }
        if (search.colleague()) {
            search.findings().found("the e-mail's domain is the company's own: a colleague");
            return Kind.ANONYMOUS;
        }
        boolean surelyNew = current && person.converted() == null;
        return surelyNew && search.visitor().reachable() ? Kind.NEW : Kind.ANONYMOUS;
    }

    private static Decision decision(PersonMatch person, Accounts.Match account, Findings findings) {
        if (findings.needsReview()) {
            return Decision.REVIEW;
        }
        return person.record() == null && account.id() == null ? Decision.NONE : Decision.AUTO;
    }

    /** A contact hangs under an account, so there must be one that is sure. */
    private NewRecords newRecord(IdentityPolicy policy, Accounts.Match account, Findings findings) {
        boolean noAccount = account.id() == null || findings.needsReview() || isPerson(account.id());
        return policy.newRecords() == NewRecords.CONTACT && noAccount ? NewRecords.LEAD : policy.newRecords();
    }

    /** A person account takes no contact but its own. */
    private boolean isPerson(String accountId) {
        return directory
                .find(Followed.ACCOUNT, accountId)
                .filter(PersonAccounts::isPerson)
                .isPresent();
    }

    private String territory(IdentityPolicy policy, Visitor visitor, Accounts.Match account) {
        return Stream.of(
                        Optional.ofNullable(visitor.country()),
                        directory
                                .find(Followed.ACCOUNT, account.id())
                                .map(record -> Country.code(record.text("BillingCountry"))))
                .flatMap(Optional::stream)
                .flatMap(country -> policy.territory(country).stream())
                .findFirst()
                .orElse(null);
    }

    private String owner(Opportunities.Match opportunity, Accounts.Match account, PersonMatch person) {
        return Stream.of(
                        Optional.ofNullable(opportunity.record()),
                        directory.find(Followed.ACCOUNT, account.id()),
                        Optional.ofNullable(person.is(Followed.LEAD) ? person.record() : null))
                .flatMap(Optional::stream)
                .flatMap(record -> Optional.ofNullable(record.text("OwnerId")).stream())
                .findFirst()
                .orElse(null);
    }

    private static String leadKey(Kind kind, Visitor visitor, PersonMatch person) {
        return switch (kind) {
            case LEAD -> person.record().text(VisitorKey.FIELD);
            case NEW -> visitor.externalId();
            case CONTACT, ANONYMOUS -> null;
        };
    }
}
