package dev.parley.identity;

import dev.parley.company.Providers;
import dev.parley.identity.Identity.Decision;
import dev.parley.identity.Identity.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says who a visitor is to the CRM. The same visitor and the same directory give the same answer: there is no clock in
 * it, and ties go by id.
 */
public final class Matcher {

    private final Directory directory;
    private final People people;
    private final Accounts accounts;
    private final Opportunities opportunities;

    /**
     * Makes one.
     *
     * @param directory what the CRM holds
     * @param furtherProviders domains of mail providers and shared hosts besides the well-known ones, like
     *     {@code mail.example}, or {@code mail.*} for any ending
     * @throws IllegalArgumentException if one of them is no domain
     */
    public Matcher(Directory directory, Set<String> furtherProviders) {
        this.directory = directory;
        this.people = new People(directory);
        this.accounts = new Accounts(directory, Providers.with(furtherProviders));
        this.opportunities = new Opportunities(directory);
    }

    /** Who the visitor is, as far as the directory knows now. */
    public Identity identify(Visitor visitor) {
        Findings findings = new Findings();
        boolean current = current(findings);
        People.Match person = people.find(visitor, findings);
        Accounts.Match account = accounts.find(visitor, person, findings);
        Opportunities.Match opportunity = opportunities.find(person, account.id(), findings);
        Kind kind = kind(visitor, person, current);
        return new Identity(
                kind,
                decision(person, account, findings),
                person.record() == null ? account.confidence() : person.confidence(),
                findings.evidence(),
                account.id(),
                person.idOf(Followed.CONTACT),
                person.idOf(Followed.LEAD),
                opportunity.record() == null ? null : opportunity.record().id(),
                owner(opportunity, account, person),
                leadKey(kind, visitor, person),
                opportunity.roleExists(),
                findings.links());
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

    private static Kind kind(Visitor visitor, People.Match person, boolean current) {
        if (person.record() != null) {
            return person.is(Followed.CONTACT) ? Kind.CONTACT : Kind.LEAD;
        }
        boolean surelyNew = current && person.converted() == null;
        return surelyNew && visitor.reachable() ? Kind.NEW : Kind.ANONYMOUS;
    }

    private static Decision decision(People.Match person, Accounts.Match account, Findings findings) {
        if (findings.needsReview()) {
            return Decision.REVIEW;
        }
        return person.record() == null && account.id() == null ? Decision.NONE : Decision.AUTO;
    }

    private String owner(Opportunities.Match opportunity, Accounts.Match account, People.Match person) {
        return Stream.of(
                        Optional.ofNullable(opportunity.record()),
                        directory.find(Followed.ACCOUNT, account.id()),
                        Optional.ofNullable(person.is(Followed.LEAD) ? person.record() : null))
                .flatMap(Optional::stream)
                .flatMap(record -> Optional.ofNullable(record.text("OwnerId")).stream())
                .findFirst()
                .orElse(null);
    }

    private static String leadKey(Kind kind, Visitor visitor, People.Match person) {
        return switch (kind) {
            case LEAD -> person.record().text(VisitorKey.FIELD);
            case NEW -> visitor.externalId();
            case CONTACT, ANONYMOUS -> null;
        };
    }
}
