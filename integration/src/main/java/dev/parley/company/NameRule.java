package dev.parley.company;

import java.util.List;
import java.util.Optional;

/** Automatic on a name that is the same to the letter and that only one account can have, or on a telephone besides. */
final class NameRule {

    private static final double GOOD = 0.5;
    private static final int TELLING = 4;

    private NameRule() {}

    /** The only account of exactly the name that the visitor gave. */
    static Optional<Finding> find(Gathered gathered) {
        CompanyName said = gathered.sight().ownName();
        if (said == null || !telling(said)) {
            return Optional.empty();
        }
        List<Candidate> exact = gathered.candidates().stream()
                .filter(candidate -> sameName(said, candidate))
                .filter(candidate -> !conflicts(candidate))
                .toList();
        return exact.size() == 1 && sure(said, exact.get(0), gathered)
                ? Optional.of(new Finding(exact.get(0), "the name is that of one account, to the letter", false))
                : Optional.empty();
    }

    /** The only account with that telephone number, if the name is like its name. */
    static Optional<Finding> findByPhone(Gathered gathered) {
        List<Candidate> reached = gathered.candidates().stream()
                .filter(candidate -> candidate.has(CompanyFeature.PHONE_SAME))
                .toList();
        return Optional.of(reached)
                .filter(only -> only.size() == 1 && gathered.sight().said())
                .map(only -> only.get(0))
                .filter(candidate -> candidate.nameLikeness() >= GOOD && !conflicts(candidate))
                .map(candidate -> new Finding(candidate, "the telephone number and the name fit one account", false));
    }

    /** Whether the account is called just so, which somebody should know even where another domain speaks against it. */
    static boolean isNamed(Candidate candidate, Gathered gathered) {
        CompanyName said = gathered.sight().ownName();
        return said != null
                && telling(said)
                && sameName(said, candidate)
                && !candidate.has(CompanyFeature.FORM_CONFLICT);
    }

    private static boolean conflicts(Candidate candidate) {
        return candidate.has(CompanyFeature.FORM_CONFLICT)
                || candidate.has(CompanyFeature.DOMAIN_CONFLICT)
                || candidate.has(CompanyFeature.COUNTRY_CONFLICT);
    }

    private static boolean sameName(CompanyName said, Candidate candidate) {
        return CompanyName.of(candidate.company().name()).compact().equals(said.compact());
    }

    /** Where the org has many names of these words, the form or the country must agree besides. */
    private static boolean sure(CompanyName said, Candidate candidate, Gathered gathered) {
        CompanyName name = CompanyName.of(candidate.company().name());
        boolean sameForm = said.form() == null ? name.form() == null : candidate.has(CompanyFeature.FORM_SAME);
        boolean ownDomain = gathered.sight().hosts().isEmpty()
                || Host.ofWebsite(candidate.company().website()).isPresent()
                || gathered.sight().hosts().stream().anyMatch(host -> isNamed(host, said));
        return ownDomain && (sameForm || candidate.has(CompanyFeature.COUNTRY_SAME) || rare(said, gathered));
    }

    private static boolean isNamed(Host host, CompanyName name) {
        String label =
                host.registrable().substring(0, host.registrable().indexOf('.')).replace("-", "");
        return name.compact().startsWith(label) || label.startsWith(name.words().get(0));
    }

    /** Whether no other account has one of the name's own words. */
    private static boolean rare(CompanyName said, Gathered gathered) {
        return gathered.candidates().stream()
                .filter(candidate -> !sameName(said, candidate))
                .map(candidate -> CompanyName.of(candidate.company().name()))
                .noneMatch(other -> other.words().stream().filter(NameRule::own).anyMatch(said.words()::contains));
    }

    private static boolean telling(CompanyName name) {
        return name.words().stream().anyMatch(word -> own(word) && word.length() >= TELLING);
    }

    private static boolean own(String word) {
        return Words.of(word).kind() == Words.Kind.OWN;
    }
}
