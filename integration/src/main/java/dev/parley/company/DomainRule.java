package dev.parley.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Automatic on a domain that is one company's; of several accounts on it, the one that everything else speaks for. */
final class DomainRule {

    private static final double LIKE = 0.5;
    private static final double CLEARLY = 0.2;

    private DomainRule() {}

    /** What one criterion says. */
    private record Criterion(String name, Predicate<Candidate> holds) {}

    /** The account that a domain means, or empty if it has none or several that nothing tells apart. */
    static Optional<Finding> find(Domains domain, Gathered gathered) {
        List<Candidate> left = gathered.on(domain);
        if (left.size() == 1) {
            String only = domain.shared() ? "%s is the website of one account" : "%s is one account's domain";
            return Optional.of(
                    new Finding(left.get(0), only.formatted(domain.host().name()), true));
        }
        List<String> by = new ArrayList<>();
        for (Criterion criterion : criteria(left)) {
            List<Candidate> kept = left.stream().filter(criterion.holds).toList();
            if (!kept.isEmpty() && kept.size() < left.size()) {
                left = kept;
                by.add(criterion.name);
            }
        }
        return left.size() == 1
                ? Optional.of(new Finding(left.get(0), sentence(domain, gathered, by), true))
                : Optional.empty();
    }

    private static String sentence(Domains domain, Gathered gathered, List<String> by) {
        return "%s is the domain of %d accounts, of which the %s fits one"
                .formatted(domain.host().registrable(), gathered.on(domain).size(), String.join(" and the ", by));
    }

    private static List<Criterion> criteria(List<Candidate> several) {
        double best =
                several.stream().mapToDouble(Candidate::nameLikeness).max().orElse(0);
        return List.of(
                new Criterion("name", c -> c.has(CompanyFeature.NAME_EXACT)),
                new Criterion("name", c -> best >= LIKE && c.nameLikeness() > best - CLEARLY),
                new Criterion("legal form", c -> !c.has(CompanyFeature.FORM_CONFLICT)),
                new Criterion("full host", c -> c.has(CompanyFeature.HOST_SAME) && page(c)),
                new Criterion("telephone", c -> c.has(CompanyFeature.PHONE_SAME)),
                new Criterion("country", c -> c.has(CompanyFeature.COUNTRY_SAME)));
    }

    private static boolean page(Candidate candidate) {
        return Host.ofWebsite(candidate.company().website())
                .filter(host -> !host.name().equals(host.registrable()))
                .isPresent();
    }
}
