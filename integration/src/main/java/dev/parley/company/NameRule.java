package dev.parley.company;

import java.util.List;
import java.util.Optional;

/** Automatic on a name that is the same to the letter and that only one account can have, or on a telephone besides. */
final class NameRule {

    private static final double GOOD = 0.5;
    private static final int TELLING = 4;

    /** So many letters that two companies hardly hit on them both. */
    private static final int MUCH = 12;

    /** From so many accounts on, some are called like a company that is not among them. */
    private static final int LARGE = 50_000;

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

    /**
     * Whether the name tells enough: a word that nobody else in the org has, or several own words together, and the form
     * or the country besides; in a small org much of a name does as well.
     */
    private static boolean sure(CompanyName said, Candidate candidate, Gathered gathered) {
        Rarity rarity = gathered.rarity();
        LegalForm form = CompanyName.of(candidate.company().name()).form();
        if (said.form() != null && form != null && !candidate.has(CompanyFeature.FORM_SAME)) {
            return false;
        }
        boolean sameForm = said.form() != null ? form != null : form == null;
        boolean agrees = sameForm || candidate.has(CompanyFeature.COUNTRY_SAME);
        boolean much = gathered.size() < LARGE
                && said.words().size() > 1
                && said.compact().length() >= MUCH;
        boolean rare = rarity.hasWordOfItsOwn() && (agrees || much) || rarity.hasSeveralWords() && agrees;
        return rare && ownDomain(said, candidate, gathered);
    }

    /** An account without a domain may not be whose domain the visitor writes from. */
    private static boolean ownDomain(CompanyName said, Candidate candidate, Gathered gathered) {
        return gathered.sight().hosts().isEmpty()
                || Host.ofWebsite(candidate.company().website()).isPresent()
                || gathered.sight().hosts().stream().anyMatch(host -> isNamed(host, said));
    }

    private static boolean isNamed(Host host, CompanyName name) {
        String label =
                host.registrable().substring(0, host.registrable().indexOf('.')).replace("-", "");
        return name.compact().startsWith(label) || label.startsWith(name.words().get(0));
    }

    private static boolean telling(CompanyName name) {
        return name.words().stream().anyMatch(word -> own(word) && word.length() >= TELLING);
    }

    private static boolean own(String word) {
        return Words.of(word).kind() == Words.Kind.OWN;
    }
}
