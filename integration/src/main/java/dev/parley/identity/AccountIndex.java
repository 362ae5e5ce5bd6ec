package dev.parley.identity;

import dev.parley.company.Company;
import dev.parley.company.CompanyIndex;
import dev.parley.company.CompanyMatcher;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The directory's accounts as companies, found by host, telephone and name. A directory that keeps its keys in memory has
 * none: its accounts are found by their hosts alone.
 */
final class AccountIndex implements AutoCloseable {

    private final CompanyIndex companies;

    private AccountIndex(CompanyIndex companies) {
        this.companies = companies;
    }

    /** Opens the one in that folder; null for none. */
    static AccountIndex in(Path folder) {
        return new AccountIndex(folder == null ? null : CompanyIndex.open(folder));
    }

    /** Whether it has to be filled before it can say anything. */
    boolean isEmpty() {
        return companies != null && companies.size() == 0;
    }

    void add(Known record) {
        if (companies == null || !record.sobject().equals(Followed.ACCOUNT.sobject())) {
            return;
        }
        if (record.text(Followed.MASTER) != null || PersonAccounts.isPerson(record)) {
            companies.remove(record.id());
        } else {
            companies.put(new Company(
                    record.id(),
                    record.text("Name"),
                    record.text("Website"),
                    record.text("Phone"),
                    record.text("BillingCountry"),
                    record.text("ParentId")));
        }
    }

    void remove(Followed followed, Collection<String> ids) {
        if (companies != null && followed == Followed.ACCOUNT) {
            ids.forEach(companies::remove);
        }
    }

    void clear(Followed followed) {
        if (companies != null && followed == Followed.ACCOUNT) {
            companies.rebuild(Collections.emptyIterator(), done -> {});
        }
    }

    /** Makes everything so far durable. */
    void commit() {
        if (companies != null) {
            companies.commit();
        }
    }

    /** Decides which account a visitor's company is; empty where there is no index. */
    Optional<CompanyMatcher> matcher(Set<String> furtherProviders) {
        return Optional.ofNullable(companies).map(index -> new CompanyMatcher(index, furtherProviders));
    }

    @Override
    public void close() {
        if (companies != null) {
            companies.close();
        }
    }
}
