package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.Person;
import dev.parley.mapping.IdentityPolicy;
import dev.parley.mapping.MappingFiles;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import dev.parley.words.Sayings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.threeten.extra.MutableClock;

/** A small CRM with one customer in it, for stories of who a visitor is. */
abstract class Matching {

    static final Instant MONDAY = Instant.parse("2026-11-02T08:00:00Z");

    static final SignedIds SIGNED = SignedIds.signedWith("the site's secret");

    private static final Sayings GERMAN = Sayings.in("de");

    private static final String RECORD =
            """
            sobject: Chat_Conversation__c
            externalId: External_Id__c
            key: conversation.externalId
            fields: { Source__c: conversation.source }
            """;

    /** What is said in every conversation. */
    String said = "";

    final RecordedCrm crm = new RecordedCrm(MONDAY);
    final MutableClock clock = MutableClock.of(MONDAY, ZoneOffset.UTC);
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
        return identify(visitor, Talk.SILENT, "mail: { freeMail: [freebies.example] }");
    }

    /** The same by other rules: the text of an {@code identity.yaml}. */
    Identity identify(Visitor visitor, Talk talk, String rules) {
        directory.refresh();
        Identity identity = matcher().identify(visitor, talk, policy(rules));
        assertThat(identity.evidence())
                .as("people read it in their language: sayings_*.properties and the labels Chat_Say_*")
                .noneMatch(line -> GERMAN.retold(line).equals(line));
        return identity;
    }

    Matcher matcher() {
        return new Matcher(directory, Decisions.NONE, SIGNED, conversation -> said);
    }

    static IdentityPolicy policy(String rules) {
        return MappingFiles.load(Map.of("salesforce/chat.yaml", RECORD, "identity.yaml", rules))
                .orThrow()
                .identity();
    }

    static Visitor withEmail(String email) {
        return visitor("v1", email, null, null);
    }

    static Visitor visitor(String id, String email, String phone, String website) {
        return Visitor.of("site", new Person(id, null, email, phone, null, null, website, null, null));
    }
}
