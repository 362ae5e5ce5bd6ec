package dev.parley.company;

import static dev.parley.company.CompanyFeature.*;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How likely each account is the one that is meant, by weights that were learned. */
final class Rescorer {

    private static final Weights WEIGHTS = Weights.read("account-weights.txt");

    /** A name less like than the best one by no more than this rivals it. */
    private static final double NEAR = 0.05;

    private static final int FEWEST_LETTERS = 3;

    private static final double SOMEWHAT = 0.1;
    private static final int MANY = 60;
    private static final int MOST_DIGITS = 6;

    /** Nothing was learned of smaller orgs. */
    private static final int FEWEST = 500;

    private final Sight sight;
    private final Set<String> sharedDomains;
    private final Providers providers;
    private final Set<String> lookalikes;
    private final int size;

    /**
     * @param sharedDomains registrable domains that say nothing
     * @param lookalikes ids of the accounts whose domain looks like the visitor's and is not it
     * @param size how many accounts there are
     */
    Rescorer(Sight sight, Set<String> sharedDomains, Providers providers, Set<String> lookalikes, int size) {
        this.size = size;
        this.sight = sight;
        this.providers = providers;
        this.sharedDomains = sharedDomains;
        this.lookalikes = lookalikes;
    }

    /** The accounts, the likeliest first; the smaller id where nothing tells them apart. */
    List<Candidate> rank(List<Account> accounts) {
        Map<Account, Map<CompanyFeature, Double>> seen = new HashMap<>();
        accounts.forEach(account -> seen.put(account, see(account)));
        seen.forEach((account, features) -> mark(
                features,
                RIVALLED,
                seen.entrySet().stream()
                        .anyMatch(other -> other.getKey() != account && rivals(other.getValue(), features))));
        surroundings(seen.values());
        return seen.entrySet().stream()
                .map(e -> new Candidate(e.getKey().company(), WEIGHTS.likelihood(e.getValue()), e.getValue()))
                .sorted(Comparator.comparingDouble(Candidate::likelihood)
                        .reversed()
                        .thenComparing(candidate -> candidate.company().id()))
                .toList();
    }

    private void surroundings(Collection<Map<CompanyFeature, Double>> seen) {
        long near = seen.stream().filter(one -> one.get(NAME) >= SOMEWHAT).count();
        for (Map<CompanyFeature, Double> one : seen) {
            if (one.get(NAME_UNSAID) == 0) {
                long others = near - (one.get(NAME) >= SOMEWHAT ? 1 : 0);
                one.put(CROWDED, Math.log1p(others) / Math.log1p(MANY));
                one.put(LARGE, (1 - one.get(NAME_EXACT)) * Math.log10(Math.max(FEWEST, size)) / MOST_DIGITS);
            }
        }
    }

    private static boolean rivals(Map<CompanyFeature, Double> other, Map<CompanyFeature, Double> one) {
        return other.get(NAME) >= one.get(NAME) - NEAR
                && other.get(NAME_EXACT) >= one.get(NAME_EXACT)
                && other.getOrDefault(FORM_CONFLICT, 0.0) <= one.getOrDefault(FORM_CONFLICT, 0.0)
                && (other.get(PHONE_SAME) >= one.get(PHONE_SAME))
                && one.get(NAME_UNSAID) == 0;
    }

    private Map<CompanyFeature, Double> see(Account account) {
        Map<CompanyFeature, Double> seen = new EnumMap<>(CompanyFeature.class);
        names(seen, account);
        hosts(seen, account);
        mark(seen, DOMAIN_LOOKALIKE, lookalikes.contains(account.id()));
        mark(
                seen,
                PHONE_SAME,
                sight.phone().isPresent()
                        && account.phone().filter(sight.phone().get()::agrees).isPresent());
        boolean both = sight.country() != null && account.country() != null;
        mark(seen, COUNTRY_SAME, both && sight.country().equals(account.country()));
        mark(seen, COUNTRY_CONFLICT, both && !sight.country().equals(account.country()));
        return seen;
    }

    /** Of several names that were said, the one that is likest counts. */
    private void names(Map<CompanyFeature, Double> seen, Account account) {
        mark(seen, NAME_UNSAID, sight.names().isEmpty());
        seen.put(NAME, 0.0);
        seen.put(NAME_SURE, 0.0);
        seen.put(NAME_EXACT, 0.0);
        for (CompanyName name : sight.names()) {
            account.names().forEach(called -> name(seen, account, name, called));
        }
    }

    private static void name(Map<CompanyFeature, Double> seen, Account account, CompanyName name, CompanyName called) {
        Map<NameFeature, Double> names = NameFeature.of(name, called);
        double likeness = NameLikeness.organisations(names);
        if (likeness >= seen.get(NAME)) {
            seen.put(NAME, likeness);
            seen.put(NAME_SURE, Math.max(0, 2 * likeness - 1));
            mark(
                    seen,
                    WORD_SAME,
                    called.words().stream().anyMatch(word -> name.words().contains(word) && own(word)));
            seen.put(NAME_EXACT, names.get(NameFeature.EXACT));
            seen.put(FORM_SAME, names.get(NameFeature.FORM_SAME));
            seen.put(FORM_CONFLICT, names.get(NameFeature.FORM_CONFLICT));
            seen.put(
                    NUMBER_CONFLICT,
                    Math.max(names.get(NameFeature.NUMBER_CONFLICT), names.get(NameFeature.NUMBER_ONLY_ONE)));
            seen.put(PLACE_CONFLICT, names.get(NameFeature.PLACE_CONFLICT));
            mark(seen, NAME_IN_DOMAIN, inDomain(name, account.label()));
        }
    }

    private static boolean own(String word) {
        return word.length() >= FEWEST_LETTERS && Words.of(word).kind() == Words.Kind.OWN;
    }

    private static boolean inDomain(CompanyName name, String label) {
        String first = name.words().get(0);
        return label.length() >= FEWEST_LETTERS
                && (name.compact().startsWith(label)
                        || label.startsWith(name.compact())
                        || first.length() >= FEWEST_LETTERS && label.startsWith(first)
                        || label.equals(name.initials()));
    }

    private void hosts(Map<CompanyFeature, Double> seen, Account account) {
        Optional<Host> own = account.host();
        List<Host> hosts = sight.hosts();
        if (own.isEmpty() || hosts.isEmpty()) {
            return;
        }
        boolean shared = sharedDomains.contains(own.get().registrable()) || providers.own(own.get());
        boolean host = hosts.stream().anyMatch(h -> h.name().equals(own.get().name()));
        boolean page = !own.get().name().equals(own.get().registrable());
        boolean domain = !shared
                && hosts.stream().anyMatch(h -> h.registrable().equals(own.get().registrable()));
        mark(seen, HOST_SAME, host && (!shared || page));
        mark(seen, DOMAIN_SAME, domain);
        mark(
                seen,
                DOMAIN_CONFLICT,
                !domain && !host && !shared && hosts.stream().anyMatch(h -> !sharedDomains.contains(h.registrable())));
    }

    private static void mark(Map<CompanyFeature, Double> seen, CompanyFeature feature, boolean is) {
        seen.put(feature, is ? 1.0 : 0.0);
    }
}
