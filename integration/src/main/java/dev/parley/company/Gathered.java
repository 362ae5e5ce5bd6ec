package dev.parley.company;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts that may be meant, as one moment of the index has them.
 *
 * @param sight what was asked
 * @param domains the visitor's hosts with the accounts on them, the e-mail's first
 * @param lookalikes ids of accounts whose domain looks like one of the visitor's and is not it
 * @param candidates all accounts found by any way, the likeliest first
 * @param size how many accounts there are
 * @param rarity how rare the name is that an account has to the letter; null if none has
 */
record Gathered(
        Sight sight,
        List<Domains> domains,
        Set<String> lookalikes,
        List<Candidate> candidates,
        int size,
        Rarity rarity) {

    private static final int MOST_UNDER_KEY = 40;
    private static final int FEW_UNDER_KEY = 5;
    private static final int MOST_ALIKE = 40;

    static Gathered of(Sight sight, Companies companies, Providers providers) throws IOException {
        Map<String, Account> found = new LinkedHashMap<>();
        List<Domains> domains = new ArrayList<>();
        Set<String> lookalikes = new HashSet<>();
        for (Host host : sight.hosts()) {
            Domains on = Domains.of(host, companies, providers);
            domains.add(on);
            on.accounts().forEach(account -> found.put(account.id(), account));
            for (String looks : Lookalike.readings(host.registrable())) {
                lookalikes.addAll(put(companies.under(Keys.domain(looks), MOST_UNDER_KEY), found));
                lookalikes.addAll(put(companies.under(Keys.looks(looks), MOST_UNDER_KEY), found));
            }
        }
        domains.forEach(on -> on.accounts().forEach(account -> lookalikes.remove(account.id())));
        if (sight.phone().isPresent()) {
            put(companies.under(Keys.phone(sight.phone().get()), MOST_UNDER_KEY), found);
        }
        for (CompanyName name : sight.names()) {
            put(companies.under(Keys.name(name.compact()), MOST_UNDER_KEY), found);
            put(companies.under(Keys.initials(name.words().get(0)), MOST_UNDER_KEY), found);
            for (String letters : Acronym.initials(name)) {
                put(companies.under(Keys.name(letters), FEW_UNDER_KEY), found);
            }
            put(companies.alike(name, MOST_ALIKE), found);
        }
        Set<String> shared = domains.stream()
                .filter(Domains::shared)
                .map(on -> on.host().registrable())
                .collect(Collectors.toSet());
        List<Candidate> ranked =
                new Rescorer(sight, shared, providers, lookalikes, companies.size()).rank(List.copyOf(found.values()));
        Rarity rarity = Rarity.of(sight.ownName(), found.values(), companies);
        return new Gathered(sight, domains, lookalikes, ranked, companies.size(), rarity);
    }

    private static List<String> put(List<Company> companies, Map<String, Account> found) {
        companies.forEach(company -> found.computeIfAbsent(company.id(), id -> Account.of(company)));
        return companies.stream().map(Company::id).toList();
    }

    /** The candidates with these ids, the likeliest first. */
    List<Candidate> among(Set<String> ids) {
        return candidates.stream()
                .filter(candidate -> ids.contains(candidate.company().id()))
                .toList();
    }

    /** The candidates on those domains that are one company's own, or on a full host. */
    List<Candidate> on(Domains domain) {
        return among(domain.accounts().stream().map(Account::id).collect(Collectors.toSet()));
    }
}
