package dev.parley.identity;

import dev.parley.company.Candidate;
import dev.parley.company.Company;
import dev.parley.company.CompanyMatcher;
import dev.parley.company.CompanyQuery;
import dev.parley.company.Decision;
import java.util.List;
import java.util.Optional;

/** Finds the account of a visitor by all that is known of their company: host, telephone, name, country. */
final class ByCompany {

    /** Nearer than that to the next one, the likeliest is as good as any. */
    private static final double CLEARLY = 0.1;

    private final Directory directory;

    ByCompany(Directory directory) {
        this.directory = directory;
    }

    Accounts.Match find(Search search, CompanyMatcher companies) {
        Decision decision = companies.decide(query(search));
        decision.candidates().forEach(candidate -> directory
                .find(Followed.ACCOUNT, candidate.company().id())
                .ifPresent(account -> search.findings().candidate(account, rounded(candidate.likelihood()))));
        return switch (decision.kind()) {
            case AUTO -> {
                decision.evidence().forEach(search.findings()::found);
                yield new Accounts.Match(
                        decision.account(), Math.max(Confidence.EMAIL_DOMAIN, rounded(decision.confidence())));
            }
            case REVIEW -> review(search, decision);
            case NONE -> {
                decision.evidence().forEach(search.findings()::found);
                yield Accounts.Match.NONE;
            }
        };
    }

    private static Accounts.Match review(Search search, Decision decision) {
        List<String> evidence = decision.evidence();
        search.findings().review(evidence.isEmpty() ? "which account it is cannot be told apart" : evidence.get(0));
        evidence.stream().skip(1).forEach(search.findings()::found);
        double confidence = Math.min(Confidence.ONE_OF_SEVERAL, rounded(decision.confidence()));
        return standsOut(decision)
                .map(account -> new Accounts.Match(account, confidence))
                .orElse(Accounts.Match.NONE);
    }

    /** An account's people see the conversations that are linked to it: a mere guess is not. */
    private static Optional<String> standsOut(Decision decision) {
        List<Company> near = decision.candidates().stream()
                .filter(candidate -> candidate.company().id().equals(decision.account())
                        || candidate.likelihood() > decision.confidence() - CLEARLY)
                .map(Candidate::company)
                .toList();
        return decision.account() == null
                ? Optional.empty()
                : near.stream()
                        .filter(one -> near.stream()
                                .allMatch(other -> other == one || one.id().equals(other.parentId())))
                        .map(Company::id)
                        .findFirst();
    }

    private static CompanyQuery query(Search search) {
        Visitor visitor = search.visitor();
        return new CompanyQuery(
                search.colleague() ? null : visitor.email(),
                visitor.company(),
                visitor.website(),
                visitor.phone(),
                visitor.country(),
                List.of());
    }

    private static double rounded(double likelihood) {
        return Math.round(likelihood * 100) / 100.0;
    }
}
