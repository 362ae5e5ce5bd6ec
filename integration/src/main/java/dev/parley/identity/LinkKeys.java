package dev.parley.identity;

import dev.parley.company.Host;
import dev.parley.company.Providers;
import dev.parley.crm.ExternalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a visitor may be recognised by later: an address and a telephone number as digests, a company's domain as it is.
 */
final class LinkKeys {

    private static final String EMAIL = "email:";
    static final String DOMAIN = "domain:";
    private static final String PHONE = "phone:";

    private LinkKeys() {}

    static Optional<String> email(String email) {
        return VisitorKey.ofEmail(email).map(hash -> EMAIL + hash);
    }

    static Optional<String> domain(Host host) {
        return Optional.of(DOMAIN + host.registrable());
    }

    static Optional<String> phone(String phone) {
        return Phone.key(phone).map(ending -> PHONE + ExternalId.hash(ending));
    }

    /** All of a visitor; the domain only where it says something of a company. */
    static List<String> of(Visitor visitor, Providers providers) {
        List<String> keys = new ArrayList<>();
        email(visitor.email()).ifPresent(keys::add);
        company(visitor, providers).flatMap(LinkKeys::domain).ifPresent(keys::add);
        phone(visitor.phone()).ifPresent(keys::add);
        return keys;
    }

    /** The company's host in a visitor's address; empty where anybody can have one there. */
    static Optional<Host> company(Visitor visitor, Providers providers) {
        return Optional.ofNullable(visitor.domain()).flatMap(Host::ofDomain).filter(host -> !providers.own(host));
    }

    /** All by which a record may be what somebody was looked for. */
    static List<String> of(Known record) {
        List<String> keys = new ArrayList<>();
        email(record.text("Email")).ifPresent(keys::add);
        email(record.text("PersonEmail")).ifPresent(keys::add);
        phone(record.text("PersonMobilePhone")).ifPresent(keys::add);
        phone(record.text("Phone")).ifPresent(keys::add);
        phone(record.text("MobilePhone")).ifPresent(keys::add);
        if (record.sobject().equals(Followed.ACCOUNT.sobject()) && !PersonAccounts.isPerson(record)) {
            Host.ofWebsite(record.text("Website")).flatMap(LinkKeys::domain).ifPresent(keys::add);
        }
        return keys;
    }
}
