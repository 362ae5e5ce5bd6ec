package dev.parley.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Decides which account a visitor's company is. May be used by any thread. */
public final class CompanyMatcher {

    /** From here on a person should have a look. */
    private static final double WORTH_A_LOOK = 0.5;

    /** Whose name is less like what the visitor says has nothing that speaks for it, however few others there are. */
    private static final double LIKE = 0.05;

    /** Below both of these the best candidate is not even named. */
    private static final double NEAR = 0.3;

    private static final double AKIN = 0.02;

    private final CompanyIndex index;
    private final Providers providers;

    /**
     * @param furtherProviders domains of mail providers and shared hosts besides the well-known ones, like {@code
     *     mail.example}, or {@code mail.*} for any ending
     */
    public CompanyMatcher(CompanyIndex index, Set<String> furtherProviders) {
        this.index = index;
        this.providers = Providers.with(furtherProviders);
    }

    /**
     * What the index says now; the same question to the same companies has the same answer.
     *
     * @throws java.io.UncheckedIOException if the index cannot be read
     */
    public Decision decide(CompanyQuery query) {
        Sight sight = Sight.of(query, providers);
        return index.ask(companies -> decide(Gathered.of(sight, companies, providers)));
    }

    private static Decision decide(Gathered gathered) {
        Optional<Finding> finding = find(gathered);
        List<String> evidence = new ArrayList<>();
        finding.ifPresent(found -> evidence.add(found.why()));
        List<String> against =
                finding.map(found -> Objections.to(found, gathered)).orElseGet(() -> Objections.lookalikes(gathered));
        evidence.addAll(against);
        if (finding.isPresent() && against.isEmpty()) {
            return decision(Decision.Kind.AUTO, finding.get().candidate(), evidence, gathered);
        }
        return asked(gathered, finding, evidence);
    }

    private static Optional<Finding> find(Gathered gathered) {
        return Stream.<Supplier<Optional<Finding>>>concat(
                        gathered.domains().stream().map(domain -> () -> DomainRule.find(domain, gathered)),
                        Stream.of(() -> NameRule.findByPhone(gathered), () -> NameRule.find(gathered)))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Decision asked(Gathered gathered, Optional<Finding> finding, List<String> evidence) {
        if (gathered.candidates().isEmpty()) {
            return new Decision(Decision.Kind.NONE, null, 0, Evidence.ofNobody(gathered), List.of());
        }
        Candidate best = finding.map(Finding::candidate)
                .or(() -> tied(gathered))
                .orElse(gathered.candidates().get(0));
        boolean look = finding.isPresent()
                || !gathered.lookalikes().isEmpty()
                || tied(gathered).isPresent()
                || NameRule.isNamed(best, gathered)
                || best.likelihood() >= WORTH_A_LOOK && speaks(best, gathered);
        evidence.addAll(Evidence.of(best, gathered));
        if (look) {
            return decision(Decision.Kind.REVIEW, best, evidence, gathered);
        }
        evidence.add("not enough for anybody to look at");
        return decision(Decision.Kind.NONE, isNear(best, gathered) ? best : null, evidence, gathered);
    }

    /** Whether anything speaks for it, where the visitor says whom they are of: a small org alone does not. */
    private static boolean speaks(Candidate best, Gathered gathered) {
        return !gathered.sight().said()
                || best.nameLikeness() >= LIKE
                || Stream.of(
                                CompanyFeature.HOST_SAME,
                                CompanyFeature.DOMAIN_SAME,
                                CompanyFeature.PHONE_SAME,
                                CompanyFeature.NAME_IN_DOMAIN)
                        .anyMatch(best::has);
    }

    private static boolean isNear(Candidate best, Gathered gathered) {
        return best.nameLikeness() >= AKIN || best.likelihood() >= NEAR && speaks(best, gathered);
    }

    /** The best of several accounts on the visitor's domain: the one above all others, else the likeliest. */
    private static Optional<Candidate> tied(Gathered gathered) {
        return gathered.domains().stream()
                .map(gathered::on)
                .filter(several -> !several.isEmpty())
                .findFirst()
                .map(CompanyMatcher::above);
    }

    private static Candidate above(List<Candidate> several) {
        return several.stream()
                .filter(top -> several.stream()
                        .allMatch(one -> one == top
                                || top.company().id().equals(one.company().parentId())))
                .findFirst()
                .orElse(several.get(0));
    }

    private static Decision decision(
            Decision.Kind kind, Candidate candidate, List<String> evidence, Gathered gathered) {
        List<Candidate> shown =
                gathered.candidates().stream().limit(Decision.MOST_CANDIDATES).toList();
        return candidate == null
                ? new Decision(kind, null, 0, evidence, shown)
                : new Decision(kind, candidate.company().id(), candidate.likelihood(), evidence, shown);
    }
}
