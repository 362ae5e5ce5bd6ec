package dev.parley.company;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What a company is found by exactly: each key is one letter that says what it is, and the thing itself. */
final class Keys {

    private static final int LONGEST_NAME = 60;

    private Keys() {}

    static String host(String name) {
        return "h" + name;
    }

    static String domain(String registrable) {
        return "d" + registrable;
    }

    static String looks(String domain) {
        return "l" + domain;
    }

    static String phone(PhoneNumber number) {
        return "p" + number.ending();
    }

    static String name(String compact) {
        return "n" + compact.substring(0, Math.min(LONGEST_NAME, compact.length()));
    }

    static String initials(String letters) {
        return "i" + letters;
    }

    /** All keys of a company; a host that is its own registrable domain has none of its own. */
    static Set<String> of(Company company, CompanyName name) {
        Set<String> keys = new LinkedHashSet<>();
        Host.ofWebsite(company.website()).ifPresent(host -> {
            keys.add(domain(host.registrable()));
            if (!host.name().equals(host.registrable())) {
                keys.add(host(host.name()));
            }
            Lookalike.written(host.registrable()).ifPresent(looks -> keys.add(looks(looks)));
        });
        Optional<PhoneNumber> phone = PhoneNumber.of(company.phone(), company.country());
        phone.ifPresent(number -> keys.add(phone(number)));
        if (!name.isEmpty()) {
            keys.add(name(name.compact()));
            Acronym.initials(name).forEach(letters -> keys.add(initials(letters)));
        }
        return keys;
    }
}
