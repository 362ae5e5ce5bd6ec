package dev.parley.identity;

import dev.parley.company.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds contacts and leads by the visitor's telephone number. Colleagues share one, so it decides only together with
 * the name.
 */
final class ByPhone {

    private static final List<By> CONTACTS = List.of(By.CONTACT_PHONE, By.CONTACT_MOBILE);
    private static final List<By> PERSON_ACCOUNTS = List.of(By.PERSON_PHONE, By.PERSON_MOBILE);
    private static final List<By> LEADS = List.of(By.LEAD_PHONE, By.LEAD_MOBILE);

    private final Directory directory;
    private final ByEmail people;
    private final PersonAccounts personAccounts;

    ByPhone(Directory directory, ByEmail people) {
        this.directory = directory;
        this.people = people;
        this.personAccounts = new PersonAccounts(directory);
    }

    Optional<PersonMatch> find(Search search) {
        List<Known> records = new ArrayList<>(all(search.visitor(), CONTACTS, PERSON_ACCOUNTS));
        records.addAll(records.isEmpty() ? all(search.visitor(), LEADS, List.of()) : List.of());
        List<Known> named = records.stream()
                .filter(record -> PersonalName.agree(search.visitor().name(), record.text("Name")))
                .toList();
        if (named.size() == 1) {
            return named(search, named.get(0));
        }
        // Whoever gives an address that nobody has is somebody else at the same number.
        if (records.isEmpty() || search.visitor().email() != null) {
            return Optional.empty();
        }
        return alone(search, named.isEmpty() ? records : named);
    }

    private Optional<PersonMatch> named(Search search, Known record) {
        if (hasNewEmployer(search, record)) {
            search.findings()
                    .review(
                            "name and telephone number are those of %s %s, but the e-mail address is of another company:"
                                            .formatted(record.sobject(), record.id())
                                    + " perhaps a new employer");
            search.findings().link(record, null, Confidence.ONE_OF_SEVERAL);
            return Optional.empty();
        }
        search.findings().found("telephone number and name are those of the " + record.sobject());
        return Optional.of(people.itself(search, record, Confidence.PHONE_AND_NAME));
    }

    private Optional<PersonMatch> alone(Search search, List<Known> records) {
        search.findings()
                .review("a telephone number alone does not tell who it is: it is that of " + records.size()
                        + (records.size() == 1 ? " person" : " people"));
        if (records.size() > 1) {
            records.forEach(record -> search.findings().link(record, null, Confidence.RUNNER_UP));
            return Optional.empty();
        }
        return Optional.of(people.itself(search, records.get(0), Confidence.PHONE_ALONE));
    }

    /** The person is one whom the CRM knows at another company; an address at a free provider says nothing of that. */
    private static boolean hasNewEmployer(Search search, Known record) {
        Optional<String> now = search.company().map(Host::registrable);
        Optional<String> before = Keyed.of(record.text("Email"))
                .map(Keyed::domain)
                .flatMap(Host::ofDomain)
                .filter(host -> !search.providers().own(host))
                .map(Host::registrable);
        return now.isPresent() && before.isPresent() && !now.equals(before);
    }

    private List<Known> all(Visitor visitor, List<By> keys, List<By> ofPersonAccounts) {
        String key = Phone.key(visitor.phone()).orElse(null);
        PersonalKeys personal = directory.personal();
        Predicate<Known> agrees = record -> personal.isPhone(visitor.phone(), record, "Phone")
                || personal.isPhone(visitor.phone(), record, "MobilePhone");
        Map<String, Known> all = new TreeMap<>();
        ofPersonAccounts.forEach(by -> personAccounts.contacts(by, key).stream()
                .filter(agrees)
                .forEach(record -> all.put(record.id(), record)));
        keys.forEach(
                by -> directory.find(by, key).stream().filter(agrees).forEach(record -> all.put(record.id(), record)));
        return List.copyOf(all.values());
    }
}
