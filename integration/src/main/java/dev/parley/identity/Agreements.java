package dev.parley.identity;

import dev.parley.company.Host;
import dev.parley.identity.Candidate.Agreement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Compares what a visitor and a record say, field by field. */
final class Agreements {

    private final List<Agreement> all = new ArrayList<>();

    private Agreements() {}

    static List<Agreement> between(Visitor visitor, Known record, PersonalKeys personal) {
        Agreements agreements = new Agreements();
        switch (Followed.of(record.sobject()).orElseThrow()) {
            case ACCOUNT -> agreements.account(visitor, record);
            case CONTACT, LEAD -> agreements.person(visitor, record, personal);
            default -> {}
        }
        return List.copyOf(agreements.all);
    }

    private void account(Visitor visitor, Known record) {
        add("company", visitor.company(), record.text("Name"), Agreements::alike);
        String host = Host.ofWebsite(record.text("Website")).map(Host::name).orElse(null);
        add("domain", visitor.domain() == null ? visitor.website() : visitor.domain(), host, Agreements::sameDomain);
        add("phone", visitor.phone(), record.text("Phone"), Phone::agree);
        add("country", visitor.country(), record.text("BillingCountry"), (a, b) -> a.equals(Country.code(b)));
    }

    private void person(Visitor visitor, Known record, PersonalKeys personal) {
        Keyed.of(record.text("Email")).ifPresent(kept -> {
            boolean same = personal.isEmail(visitor.email(), record);
            add("email", visitor.email(), same ? visitor.email() : "…@" + kept.domain(), String::equals);
        });
        add("name", visitor.name(), record.text("Name"), PersonalName::agree);
        List<String> numbers = List.of("MobilePhone", "Phone");
        if (visitor.phone() != null && numbers.stream().anyMatch(field -> record.text(field) != null)) {
            boolean same = numbers.stream().anyMatch(field -> personal.isPhone(visitor.phone(), record, field));
            all.add(new Agreement("phone", visitor.phone(), same ? visitor.phone() : null, same));
        }
        add("company", visitor.company(), record.text("Company"), Agreements::alike);
    }

    private void add(String field, String said, String holds, BiPredicate<String, String> same) {
        if (said != null && holds != null) {
            all.add(new Agreement(field, said, holds, same.test(said, holds)));
        }
    }

    private static boolean sameDomain(String one, String other) {
        Optional<String> a = Host.ofDomain(one).map(Host::registrable);
        return a.isPresent() && a.equals(Host.ofDomain(other).map(Host::registrable));
    }

    private static boolean alike(String one, String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
