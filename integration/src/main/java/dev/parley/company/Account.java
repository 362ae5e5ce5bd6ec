package dev.parley.company;

import java.util.List;
import java.util.Optional;

/** An account of the index, in the forms in which it is compared. */
record Account(
        Company company,
        CompanyName name,
        List<CompanyName> names,
        Optional<Host> host,
        Optional<PhoneNumber> phone,
        String country) {

    static Account of(Company company) {
        return new Account(
                company,
                CompanyName.of(company.name()),
                OtherNames.in(company.name()),
                Host.ofWebsite(company.website()),
                PhoneNumber.of(company.phone(), company.country()),
                Country.code(company.country()));
    }

    String id() {
        return company.id();
    }

    /** The label that the owner chose of the domain, without hyphens; empty without a website. */
    String label() {
        return host.map(Host::registrable)
                .map(domain -> domain.substring(0, domain.indexOf('.')).replace("-", ""))
                .orElse("");
    }
}
