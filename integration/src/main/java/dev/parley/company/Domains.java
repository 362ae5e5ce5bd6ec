package dev.parley.company;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The accounts on a host.
 *
 * @param host where they were looked for
 * @param accounts on the full host if the domain is shared, else on the whole registrable domain
 * @param shared whether many companies that have nothing to do with one another are on that domain
 */
record Domains(Host host, List<Account> accounts, boolean shared) {

    private static final int MOST = 64;

    /** So many companies must have a domain in common, with nothing else in common, for it to be a provider's. */
    private static final int FEWEST_STRANGERS = 4;

    private static final double LIKE = 0.3;

    static Domains of(Host host, Companies companies, Providers providers) throws IOException {
        List<Account> all = read(companies, Keys.domain(host.registrable()));
        boolean known = providers.own(host);
        if (!known && !strangers(all)) {
            return new Domains(host, onPages(all, providers), false);
        }
        List<Account> own =
                host.name().equals(host.registrable()) ? List.of() : read(companies, Keys.host(host.name()));
        return new Domains(host, own, true);
    }

    /** A page at sites.provider.example does not make everybody at provider.example the page's owner. */
    private static List<Account> onPages(List<Account> all, Providers providers) {
        return all.stream()
                .filter(account -> account.host().filter(providers::own).isEmpty())
                .toList();
    }

    private static List<Account> read(Companies companies, String key) throws IOException {
        List<Account> accounts = new ArrayList<>();
        for (Company company : companies.under(key, MOST)) {
            accounts.add(Account.of(company));
        }
        return accounts;
    }

    /** Some of them are enough to see whether they have anything in common. */
    private static boolean strangers(List<Account> accounts) {
        if (accounts.size() < FEWEST_STRANGERS) {
            return false;
        }
        List<Account> some = accounts.stream()
                .sorted(Comparator.comparing(Account::id))
                .limit(2 * FEWEST_STRANGERS)
                .toList();
        long related = some.stream()
                .filter(one -> some.stream().anyMatch(other -> one != other && related(one, other)))
                .count();
        return accounts.size() >= MOST || 2 * related < some.size();
    }

    private static boolean related(Account one, Account other) {
        return one.id().equals(other.company().parentId())
                || other.id().equals(one.company().parentId())
                || one.company().parentId() != null
                        && one.company().parentId().equals(other.company().parentId())
                || NameLikeness.organisations(one.name(), other.name()) > LIKE;
    }
}
