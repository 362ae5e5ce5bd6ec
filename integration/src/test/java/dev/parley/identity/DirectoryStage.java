package dev.parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.store.Database;
import dev.parley.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.MutableClock;

/** A small org and a copy of it, on every database that it runs on. */
@ParameterizedClass
@EnumSource
abstract class DirectoryStage {
    /** Where the copy stands. */
    enum On {
        H2 {
            @Override
            Database open() {
                return Stores.h2();
            }
        },
        POSTGRESQL {
            @Override
            Database open() {
                return Stores.postgres();
            }
        };

        abstract Database open();
    }

    @Parameter
    On on;

    static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");

    final MutableClock clock = MutableClock.of(MORNING.plusSeconds(3), ZoneOffset.UTC);
    final RecordedCrm crm = new RecordedCrm(MORNING);
    Database database;
    Directory directory;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        database = on.open();
        directory = directory(Map.of());
        crm.has("Account", "001A", "Name", "Nordwind AB", "Website", "https://www.nordwind.example/en")
                .has("Contact", "003A", "Email", "Anna@Nordwind.example", "AccountId", "001A", "Title", "CTO")
                .has("Lead", "00QA", "Email", "bo@elsewhere.example", "Chat_Visitor_Id__c", "site:7")
                .has("Opportunity", "006A", "AccountId", "001A", "IsClosed", false)
                .has("OpportunityContactRole", "00KA", "OpportunityId", "006A", "ContactId", "003A");
    }

    @AfterEach
    void close() {
        database.close();
    }

    Directory directory(Map<String, Set<String>> further) {
        DirectoryKeys keys = new DirectoryKeys(null, "one");
        return new Directory(database.tx(), crm, clock, Duration.ofMinutes(10), further, keys);
    }

    /** With its index on disk, as the server has it. */
    Directory kept(String secret) {
        return new Directory(
                database.tx(),
                crm,
                clock,
                Duration.ofMinutes(10),
                Map.of(),
                new DirectoryKeys(folder.resolve("directory"), secret));
    }

    List<String> found(By by, String key) {
        return directory.find(by, key).stream().map(Known::id).toList();
    }

    ObjectNode current(String lead) {
        return directory.current("Lead", lead).orElseThrow();
    }
}
