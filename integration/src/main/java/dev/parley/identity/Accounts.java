package dev.parley.identity;

import dev.parley.company.Host;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the account that a visitor speaks for. */
final class Accounts {

    private final Directory directory;
    private final ByCompany byCompany;

    Accounts(Directory directory) {
        this.directory = directory;
        this.byCompany = new ByCompany(directory);
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

    /**
     * The account that a person linked the address to, else the person's own one, else the one that a person linked the
     * domain to, else the one whose website the e-mail's domain or the visitor's website is.
     */
    Match find(Search search, PersonMatch person) {
        Match found = learned(search, search.learnedOfEmail(), "this address")
                .or(() -> own(person))
                .or(() -> learnedNone(search))
                .or(() -> learned(search, search.learnedOfDomain(), "this domain"))
                .or(() -> merged(search))
                .orElseGet(() -> search.companies()
                        .map(companies -> byCompany.find(search, companies))
                        .orElseGet(() -> byDomain(search)));
        directory.find(Followed.ACCOUNT, found.id()).ifPresent(account -> search.findings()
                .candidate(account, found.confidence()));
        return judged(found, search, person);
    }

    private static Match judged(Match found, Search search, PersonMatch person) {
        var sure = search.policy().accounts();
        if (found.id() == null || found.confidence() >= sure.auto() || person.record() != null) {
            return found;
        }
        if (found.confidence() < sure.review()) {
            search.findings().found("too unsure to say which account it is");
            return Match.NONE;
        }
        if (!search.findings().needsReview()) {
            search.findings().review("not sure enough to say without a person which account it is");
        }
        return found;
    }

    private Optional<Match> own(PersonMatch person) {
        String own = person.is(Followed.CONTACT) ? person.record().text("AccountId") : null;
        if (own == null && person.converted() != null) {
            own = directory
                    .find(Followed.ACCOUNT, person.converted().text("ConvertedAccountId"))
                    .map(Known::id)
                    .orElse(null);
        }
        return Optional.ofNullable(own)
                .map(id -> directory.find(Followed.ACCOUNT, id).map(Known::id).orElse(id))
                .map(id -> new Match(id, person.confidence()));
    }

    /** No account has the visitor's domain now, but one had that was merged into another. */
    private Optional<Match> merged(Search search) {
        return search.company().flatMap(host -> {
            List<Known> accounts = directory.find(By.ACCOUNT_DOMAIN, host.registrable());
            boolean once = accounts.size() == 1
                    && Host.ofWebsite(accounts.get(0).text("Website"))
                            .filter(now -> now.registrable().equals(host.registrable()))
                            .isEmpty();
            if (!once) {
                return Optional.empty();
            }
            search.findings()
                    .found("e-mail domain %s was the website of an account that was merged into %s"
                            .formatted(host.name(), accounts.get(0).text("Name")));
            return Optional.of(new Match(accounts.get(0).id(), Confidence.EMAIL_DOMAIN));
        });
    }

    private Optional<Match> learned(Search search, Optional<Learned> taught, String what) {
        return taught.flatMap(
                learned -> directory.find(Followed.ACCOUNT, learned.accountId()).map(account -> {
                    search.findings()
                            .found("a person linked %s to %s on %s"
                                    .formatted(what, account.text("Name"), Findings.day(learned.at())));
                    return new Match(account.id(), Confidence.LEARNED);
                }));
    }

    private static Optional<Match> learnedNone(Search search) {
        return search.learnedOfDomain()
                .filter(learned -> learned.accountId() == null)
                .map(learned -> {
                    search.findings()
                            .found("a person said on " + Findings.day(learned.at())
                                    + " that this domain is no account's");
                    return Match.NONE;
                });
    }

    private Match byDomain(Search search) {
        Findings findings = search.findings();
        Optional<Host> email = companyHost(search, search.visitor().domain());
        Optional<Host> website = companyHost(search, search.visitor().website()).filter(host -> !alike(host, email));
        Match byEmail = email.map(host -> one(search, "e-mail domain", host, Confidence.EMAIL_DOMAIN))
                .orElse(Match.NONE);
        Match byWebsite = website.map(host -> one(search, "website", host, Confidence.WEBSITE))
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

    private static Optional<Host> companyHost(Search search, String name) {
        Optional<Host> host = Optional.ofNullable(name).flatMap(Host::ofDomain);
        if (host.filter(own -> search.policy().ownDomains().contains(own.registrable()))
                .isPresent()) {
            return Optional.empty();
        }
        if (host.filter(search.providers()::own).isPresent()) {
            search.findings()
                    .found("domain " + host.get().name() + " is a public provider's: it says nothing of a company");
            return Optional.empty();
        }
        return host;
    }

    private Match one(Search search, String what, Host host, double confidence) {
        Findings findings = search.findings();
        List<Known> candidates = on(search, host);
        candidates.forEach(account -> findings.candidate(account, share(confidence, candidates.size())));
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
    private List<Known> on(Search search, Host host) {
        return host.upToRegistrable().stream()
                .map(name -> directory.find(By.ACCOUNT_HOST, name))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElseGet(() -> directory.find(By.ACCOUNT_DOMAIN, host.registrable()).stream()
                        .filter(account -> !onSharedHost(search, account))
                        .toList());
    }

    /** A page at sites.google.com does not make everybody at google.com the page's owner. */
    private static boolean onSharedHost(Search search, Known account) {
        return Host.ofWebsite(account.text("Website"))
                .filter(search.providers()::own)
                .isPresent();
    }

    private static Optional<String> parentOfAll(List<Known> candidates) {
        return candidates.stream()
                .map(Known::id)
                .filter(id -> candidates.stream()
                        .allMatch(account -> account.id().equals(id) || id.equals(account.text("ParentId"))))
                .findFirst();
    }

    private static double share(double confidence, int several) {
        return several == 1 ? confidence : Confidence.ONE_OF_SEVERAL;
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
