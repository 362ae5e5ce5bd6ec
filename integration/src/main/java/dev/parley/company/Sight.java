package dev.parley.company;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a query says, in the forms in which it is compared.
 *
 * @param email host of the visitor's address, unless a provider's
 * @param website host of their website, unless it is a provider's own
 * @param publicProvider a provider's domain that was given and says nothing, or null
 * @param names the company's own first
 * @param said whether the first name is what the visitor calls their company
 * @param country ISO 3166-1 alpha-2, or null
 */
record Sight(
        Optional<Host> email,
        Optional<Host> website,
        String publicProvider,
        Optional<PhoneNumber> phone,
        List<CompanyName> names,
        boolean said,
        String country) {

    static Sight of(CompanyQuery query, Providers providers) {
        Optional<Host> email =
                EmailAddress.of(query.email()).map(EmailAddress::domain).flatMap(Host::ofDomain);
        Optional<Host> website = Host.ofWebsite(query.website());
        return new Sight(
                email.filter(host -> !providers.own(host)),
                website.filter(host -> !providers.own(host) || isPage(host)),
                email.filter(providers::own).map(Host::registrable).orElse(null),
                PhoneNumber.of(query.phone(), query.country()),
                query.names(),
                !CompanyName.of(query.company()).isEmpty(),
                Country.code(query.country()));
    }

    /** A page under a provider's domain with a host name of its own is somebody's. */
    private static boolean isPage(Host host) {
        return !host.name().equals(host.registrable());
    }

    /** The hosts, the e-mail's first. */
    List<Host> hosts() {
        return Stream.of(email, website).flatMap(Optional::stream).distinct().toList();
    }

    /** What the visitor calls their company, or null. */
    CompanyName ownName() {
        return said ? names.get(0) : null;
    }
}
