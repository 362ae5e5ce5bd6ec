package dev.parley.identity;

import dev.parley.company.Host;
import dev.parley.company.Providers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the account that a visitor speaks for. */
final class Accounts {

    private final Directory directory;
    private final Providers providers;

    Accounts(Directory directory, Providers providers) {
        this.directory = directory;
        this.providers = providers;
    }

    /**
     * Which account was found.
     *
     * @param id or null
     * @param confidence 0 where none was found
     */
    record Match(String id, double confidence) {
        static final Match NONE = new Match(null, 0);
    }

    /** The person's own account, else the one whose website the e-mail's domain or the visitor's website is. */
    Match find(Visitor visitor, People.Match person, Findings findings) {
        String own = person.is(Followed.CONTACT) ? person.record().text("AccountId") : null;
        if (own == null && person.converted() != null) {
            own = directory
                    .find(Followed.ACCOUNT, person.converted().text("ConvertedAccountId"))
                    .map(Known::id)
                    .orElse(null);
        }
        return own == null ? byDomain(visitor, findings) : new Match(own, person.confidence());
    }

    private Match byDomain(Visitor visitor, Findings findings) {
        Optional<Host> email = companyHost(visitor.domain(), findings);
        Optional<Host> website = companyHost(visitor.website(), findings).filter(host -> !alike(host, email));
        Match byEmail = email.map(host -> one("e-mail domain", host, Confidence.EMAIL_DOMAIN, findings))
                .orElse(Match.NONE);
        Match byWebsite = website.map(host -> one("website", host, Confidence.WEBSITE, findings))
                .orElse(Match.NONE);
        if (byWebsite.id() == null) {
            return byEmail;
        }
        if (email.isEmpty()) {
            return byWebsite;
        }
        return between(byEmail, byWebsite, findings);
    }

    /** The visitor's e-mail is one company's and the website they name another's. */
    private static Match between(Match byEmail, Match byWebsite, Findings findings) {
        if (Objects.equals(byEmail.id(), byWebsite.id())) {
            return byEmail;
        }
        findings.review("the e-mail's domain and the named website are of different companies");
        return new Match(byEmail.id() == null ? byWebsite.id() : byEmail.id(), Confidence.ONE_OF_SEVERAL);
    }

    private Optional<Host> companyHost(String name, Findings findings) {
        Optional<Host> host = Optional.ofNullable(name).flatMap(Host::ofDomain);
        if (host.filter(providers::own).isPresent()) {
            findings.found("domain " + host.get().name() + " is a public provider's: it says nothing of a company");
            return Optional.empty();
        }
        return host;
    }

    private Match one(String what, Host host, double confidence, Findings findings) {
        List<Known> candidates = on(host);
        if (candidates.isEmpty()) {
            return Match.NONE;
        }
        if (candidates.size() == 1) {
            findings.found("%s %s is the website of one account".formatted(what, host.name()));
            return new Match(candidates.get(0).id(), confidence);
        }
        findings.review("%s %s is the website of several accounts: %s".formatted(what, host.name(), names(candidates)));
        return new Match(parentOfAll(candidates).orElse(null), Confidence.ONE_OF_SEVERAL);
    }

    /** The accounts on the longest part of the host name that any account has, so that a country's site comes first. */
    private List<Known> on(Host host) {
        return host.upToRegistrable().stream()
                .map(name -> directory.find(By.ACCOUNT_HOST, name))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> directory.find(By.ACCOUNT_DOMAIN, host.registrable()).stream()
                        .filter(account -> !onSharedHost(account))
                        .toList());
    }

    /** A page at sites.google.com does not make everybody at google.com the page's owner. */
    private boolean onSharedHost(Known account) {
        return Host.ofWebsite(account.text("Website")).filter(providers::own).isPresent();
    }

    private static Optional<String> parentOfAll(List<Known> candidates) {
        return candidates.stream()
                .map(Known::id)
                .filter(id -> candidates.stream()
                        .allMatch(account -> account.id().equals(id) || id.equals(account.text("ParentId"))))
                .findFirst();
    }

    private static String names(List<Known> accounts) {
        return accounts.stream()
                .map(account -> account.text("Name") + " (" + account.id() + ")")
                .collect(Collectors.joining(", "));
    }

    private static boolean alike(Host website, Optional<Host> email) {
        return email.filter(host -> host.registrable().equals(website.registrable()))
                .isPresent();
    }
}
