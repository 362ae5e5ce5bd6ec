package dev.parley.identity;

import dev.parley.conversation.Person;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A small CRM with one customer in it, for stories of who a visitor is. */
abstract class Matching {

    static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    final RecordedCrm crm = new RecordedCrm(MONDAY);
    final SettableClock clock = new SettableClock(MONDAY);
    Database database;
    Directory directory;

    @BeforeEach
    void openStore() {
        database = Stores.h2();
        directory = new Directory(database.tx(), crm, clock, Duration.ofMinutes(10), Map.of());
        crm.has("Account", "001N", "Name", "Nordwind AB", "Website", "nordwind.example", "OwnerId", "005A")
                .has(
                        "Contact",
                        "003A",
                        "Email",
                        "anna@nordwind.example",
                        "AccountId",
                        "001N",
                        "Phone",
                        "+46 8 123 45 67");
    }

    @AfterEach
    void closeStore() {
        database.close();
    }

    /** Matches against what the CRM holds now. */
    Identity identify(Visitor visitor) {
        directory.refresh();
        return new Matcher(directory, Set.of("freebies.example")).identify(visitor);
    }

    static Visitor withEmail(String email) {
        return visitor("v1", email, null, null);
    }

    static Visitor visitor(String id, String email, String phone, String website) {
        return Visitor.of("site", new Person(id, null, email, phone, null, null, website, null, null));
    }
}
