package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.google.common.io.MoreFiles;
import dev.parley.crm.CrmException;
import dev.parley.crm.Reference;
import dev.parley.identity.Directory.State;
import dev.parley.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.threeten.extra.MutableClock;

/** What the directory promises, on every database it runs on. */
abstract class DirectoryPromises {

    private static final Instant MORNING = Instant.parse("2026-11-02T08:00:00Z");

    private final MutableClock clock = MutableClock.of(MORNING.plusSeconds(3), ZoneOffset.UTC);
    private final RecordedCrm crm = new RecordedCrm(MORNING);
    private Database database;
    private Directory directory;

    @TempDir
    private Path folder;

    abstract Database database();

    @BeforeEach
    void open() {
        database = database();
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

    private Directory directory(Map<String, Set<String>> further) {
        DirectoryKeys keys = new DirectoryKeys(null, "one");
        return new Directory(database.tx(), crm, clock, Duration.ofMinutes(10), further, keys);
    }

    /** With its index on disk, as the server has it. */
    private Directory kept(String secret) {
        return new Directory(
                database.tx(),
                crm,
                clock,
                Duration.ofMinutes(10),
                Map.of(),
                new DirectoryKeys(folder.resolve("directory"), secret));
    }

    @Test
    void aRestartFindsTheIndexOnTheDisk() {
        try (Directory first = kept("one")) {
            first.load(Progress.SILENT);
        }
        crm.calls();
        crm.at(MORNING.plusSeconds(60));
        crm.has("Account", "001B", "Website", "south.example");

        try (Directory second = kept("one")) {
            directory = second;
            second.load(Progress.SILENT);

            assertThat(crm.calls()).hasSize(1);
            assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");
            assertThat(found(By.ACCOUNT_HOST, "south.example")).containsExactly("001B");
        }
    }

    @Test
    void underAnotherSecretEverythingIsReadFromTheCrmAgain() {
        try (Directory first = kept("one")) {
            first.load(Progress.SILENT);
        }

        try (Directory second = kept("another")) {
            directory = second;
            second.load(Progress.SILENT);

            assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");
            assertThat(directory.byVisitorKey("site:7")).map(Known::id).contains("00QA");
        }
    }

    @Test
    void whatTheIndexLostInACrashIsReadAgain() throws IOException {
        try (Directory first = kept("one")) {
            first.load(Progress.SILENT);
        }
        Path saved = Files.createDirectories(folder.resolve("saved"));
        for (Path file : MoreFiles.listFiles(folder.resolve("directory"))) {
            Files.copy(file, saved.resolve(file.getFileName()));
        }
        crm.at(MORNING.plusSeconds(600));
        crm.has("Account", "001B", "Website", "south.example");
        try (Directory second = kept("one")) {
            second.load(Progress.SILENT);
        }
        crm.at(MORNING.plusSeconds(7200));
        crm.has("Account", "001C", "Website", "west.example");
        try (Directory third = kept("one")) {
            third.load(Progress.SILENT);
        }

        try (Directory back = new Directory(
                database.tx(), crm, clock, Duration.ofMinutes(10), Map.of(), new DirectoryKeys(saved, "one"))) {
            directory = back;
            back.load(Progress.SILENT);

            assertThat(found(By.ACCOUNT_HOST, "south.example")).containsExactly("001B");
            assertThat(found(By.ACCOUNT_HOST, "west.example")).containsExactly("001C");
        }
    }

    private List<String> found(By by, String key) {
        return directory.find(by, key).stream().map(Known::id).toList();
    }

    @Test
    void theFirstLoadTellsHowFarItIsAndCostsTwoCalls() {
        List<String> told = new ArrayList<>();

        assertThat(directory.state()).isEqualTo(State.LOADING);
        directory.load((done, total) -> told.add(done + " of " + total));

        assertThat(told).containsExactly("0 of 5", "5 of 5");
        assertThat(crm.calls()).hasSize(2).allMatch(queries -> queries.size() == 5);
        assertThat(directory.state()).isEqualTo(State.CURRENT);
        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");
        assertThat(found(By.ACCOUNT_HOST, "nordwind.example")).containsExactly("001A");
        assertThat(found(By.OPEN_OPPORTUNITY, "001A")).containsExactly("006A");
        assertThat(found(By.ROLE_OF_CONTACT, "003A")).containsExactly("00KA");
        assertThat(directory.byVisitorKey("site:7")).map(Known::id).contains("00QA");
        assertThat(directory.current("Contact", "003A"))
                .get()
                .satisfies(fields -> assertThat(fields.path("Title").asText()).isEqualTo("CTO"));
    }

    @Test
    void moreThanAPageComesInWhole() {
        for (int i = 0; i < 4500; i++) {
            crm.has("Contact", "003B%05d".formatted(i), "Email", "p" + i + "@many.example");
        }
        List<Long> done = new ArrayList<>();

        directory.load((now, total) -> done.add(now));

        assertThat(done).containsExactly(0L, 2004L, 4004L, 4505L);
        assertThat(found(By.CONTACT_EMAIL, "p4499@many.example")).containsExactly("003B04499");
    }

    @Test
    void aLoadThatBrokeOffGoesOnWhereItWas() {
        for (int i = 0; i < 4500; i++) {
            crm.has("Contact", "003B%05d".formatted(i), "Email", "p" + i + "@many.example");
        }
        crm.goesAwayAfter(2);
        assertThatThrownBy(() -> directory.load(Progress.SILENT)).isInstanceOf(CrmException.class);
        assertThat(directory.state()).isEqualTo(State.LOADING);
        crm.calls();

        crm.goesAwayAfter(9);
        directory = directory(Map.of());
        directory.load(Progress.SILENT);

        assertThat(crm.calls().get(1))
                .anyMatch(soql -> soql.contains("FROM Contact") && soql.contains("Id > '003B01998'"));
        assertThat(directory.state()).isEqualTo(State.CURRENT);
        assertThat(found(By.CONTACT_EMAIL, "p0@many.example")).containsExactly("003B00000");
        assertThat(found(By.CONTACT_EMAIL, "p4499@many.example")).containsExactly("003B04499");
    }

    @Test
    void aRefreshIsOneCallAndFollowsChanges() {
        directory.load(Progress.SILENT);
        crm.calls();
        crm.at(MORNING.plusSeconds(60));
        crm.has("Contact", "003A", "Email", "anna@newname.example")
                .has("Opportunity", "006A", "IsClosed", true)
                .has("Lead", "00QB", "Email", "cy@third.example");

        directory.refresh();

        assertThat(crm.calls()).hasSize(1);
        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).isEmpty();
        assertThat(found(By.CONTACT_EMAIL, "anna@newname.example")).containsExactly("003A");
        assertThat(found(By.OPEN_OPPORTUNITY, "001A")).isEmpty();
        assertThat(found(By.LEAD_EMAIL, "cy@third.example")).containsExactly("00QB");
    }

    @Test
    void deletedRecordsGoAndComeBackWhenUndeleted() {
        directory.load(Progress.SILENT);
        crm.at(MORNING.plusSeconds(60));
        crm.delete("Contact", "003A");

        directory.refresh();

        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).isEmpty();
        assertThat(directory.current("Contact", "003A")).isEmpty();

        crm.at(MORNING.plusSeconds(90));
        crm.has("Contact", "003A");
        directory.refresh();

        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");
    }

    @Test
    void aRecordThatShowsLateWithAnOldStampIsSeenByTheNextSweep() {
        directory.load(Progress.SILENT);
        crm.at(MORNING.plusSeconds(300));
        crm.has("Lead", "00QB", "Email", "quick@transaction.example");
        directory.refresh();
        crm.at(MORNING.plusSeconds(100));
        crm.has("Lead", "00QC", "Email", "slow@transaction.example");

        clock.add(Duration.ofMinutes(6));
        directory.refresh();

        assertThat(found(By.LEAD_EMAIL, "slow@transaction.example")).containsExactly("00QC");
    }

    @Test
    void whatIsSettledIsNotReadAgain() {
        directory.load(Progress.SILENT);
        directory.refresh();
        clock.add(Duration.ofSeconds(11));
        directory.refresh();
        clock.add(Duration.ofSeconds(1));
        crm.calls();

        directory.refresh();

        assertThat(crm.calls().get(0)).allMatch(soql -> soql.contains("SystemModstamp > 2026-11-02T08:00:00Z ORDER"));
    }

    @Test
    void aRestartReadsTheStoreAndAsksOnlyForChanges() {
        directory.load(Progress.SILENT);
        crm.calls();
        crm.at(MORNING.plusSeconds(60));
        crm.has("Account", "001B", "Website", "south.example");

        directory = directory(Map.of());
        directory.load(Progress.SILENT);

        assertThat(crm.calls()).singleElement().satisfies(queries -> assertThat(queries)
                .allMatch(soql -> soql.contains(" WHERE SystemModstamp >= ")));
        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");
        assertThat(found(By.ACCOUNT_HOST, "south.example")).containsExactly("001B");
    }

    @Test
    void aFieldThatAMappingFileNewlyNeedsIsFetchedForEveryRecord() {
        crm.has("Account", "001A", "Industry", "Shipping");
        directory.load(Progress.SILENT);

        directory = directory(Map.of("Account", Set.of("Industry"), "Task", Set.of("Subject")));
        directory.load(Progress.SILENT);

        assertThat(directory.current("Account", "001A")).get().satisfies(fields -> assertThat(
                        fields.path("Industry").asText())
                .isEqualTo("Shipping"));
    }

    @Test
    void aCopyOlderThanTheRecycleBinIsLoadedAnew() {
        directory.load(Progress.SILENT);
        crm.calls();
        clock.add(Duration.ofDays(11));

        directory = directory(Map.of());
        directory.load(Progress.SILENT);

        assertThat(crm.calls()).hasSize(2).last().satisfies(queries -> assertThat(queries)
                .noneMatch(soql -> soql.contains("WHERE")));
        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");
    }

    @Test
    void aCrmThatIsAwayMakesTheCopyStaleAndLosesNothing() {
        directory.load(Progress.SILENT);
        crm.goesAwayAfter(0);
        clock.add(Duration.ofMinutes(11));

        assertThatThrownBy(directory::refresh).isInstanceOf(CrmException.class);
        assertThat(directory.state()).isEqualTo(State.STALE);
        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");

        crm.goesAwayAfter(9);
        directory.refresh();

        assertThat(directory.state()).isEqualTo(State.CURRENT);
    }

    @Test
    void aYoungCopyIsNotRefreshed() {
        directory.load(Progress.SILENT);
        crm.calls();
        clock.add(Duration.ofSeconds(5));

        directory.refreshIfOlderThan(Duration.ofSeconds(10));
        assertThat(crm.calls()).isEmpty();

        directory.refreshIfOlderThan(Duration.ofSeconds(5));
        assertThat(crm.calls()).hasSize(1);
    }

    @Test
    void whatParleyWroteIsThereAtOnceUntilTheCrmSaysOtherwise() {
        directory.load(Progress.SILENT);

        directory.noteWritten("Lead", "00QN", Map.of("Email", "new@comer.example", "Chat_Visitor_Id__c", "site:9"));
        directory.noteWritten("Lead", "00QA", Map.of("Title", "Buyer", "Description", "is not kept"));
        directory.noteWritten("Task", "00TA", Map.of("Subject", "is not followed"));

        assertThat(directory.byVisitorKey("site:9")).map(Known::id).contains("00QN");
        assertThat(found(By.LEAD_EMAIL, "new@comer.example")).containsExactly("00QN");
        assertThat(current("00QA").path("Title").asText()).isEqualTo("Buyer");
        assertThat(current("00QA").has("Description")).isFalse();
        assertThat(found(By.LEAD_EMAIL, "bo@elsewhere.example")).containsExactly("00QA");
        assertThat(directory.current("Task", "00TA")).isEmpty();

        crm.at(MORNING.plusSeconds(60));
        crm.has("Lead", "00QN", "Email", "changed@flow.example");
        directory.refresh();

        assertThat(found(By.LEAD_EMAIL, "new@comer.example")).isEmpty();
    }

    @Test
    void aWrittenReferenceIsTheRecordThatItNames() {
        directory.load(Progress.SILENT);
        crm.has("Contact", "003A", "Chat_Visitor_Id__c", "site:1");
        directory.refresh();

        directory.noteWritten(
                "OpportunityContactRole",
                "00KN",
                Map.of("OpportunityId", "006A", "ContactId", new Reference("Contact", "Chat_Visitor_Id__c", "site:1")));

        assertThat(found(By.ROLE_OF_CONTACT, "003A")).containsExactly("00KA", "00KN");
    }

    @Test
    void aFieldThatTheOrgDoesNotHaveIsDoneWithoutUntilItIsThere() {
        crm.lacks("Gone__c");
        crm.has("Lead", "00QA", "Industry", "1");
        directory = directory(Map.of("Lead", Set.of("Gone__c", "Industry")));

        directory.load(Progress.SILENT);

        assertThat(directory.state()).isEqualTo(State.CURRENT);
        assertThat(current("00QA").path("Industry").asText()).isEqualTo("1");

        crm.lacks("");
        crm.has("Lead", "00QA", "Gone__c", "back");
        directory.lookForMissingFields();
        directory.load(Progress.SILENT);
        assertThat(current("00QA").path("Gone__c").asText()).isEqualTo("back");
    }

    @Test
    void aCallThatIsWrongForAnotherReasonStillFails() {
        crm.lacks("Name");
        directory = directory(Map.of("Lead", Set.of("Industry")));

        assertThatThrownBy(() -> directory.load(Progress.SILENT)).hasMessageContaining("No such column 'Name'");
    }

    @Test
    void otherFieldsAreFetchedForTheTypesThatLackThem() {
        crm.has("Lead", "00QA", "Industry", "1");
        directory.load(Progress.SILENT);
        crm.calls();

        directory.keep(Map.of("Lead", Set.of("Industry")));
        assertThat(directory.state()).isEqualTo(State.LOADING);
        directory.load(Progress.SILENT);

        assertThat(current("00QA").path("Industry").asText()).isEqualTo("1");
        assertThat(directory.byVisitorKey("site:7")).map(Known::id).contains("00QA");
        assertThat(crm.calls().get(1))
                .filteredOn(soql -> !soql.contains("WHERE"))
                .singleElement()
                .asString()
                .contains("FROM Lead");
    }

    @Test
    void fewerFieldsNeedNoFetching() {
        directory = directory(Map.of("Lead", Set.of("Industry")));
        directory.load(Progress.SILENT);

        directory.keep(Map.of());

        assertThat(directory.state()).isEqualTo(State.CURRENT);
    }

    @Test
    void whoReadsIsNotDisturbedByWhoWantsOtherFields() throws InterruptedException {
        directory.load(Progress.SILENT);
        Thread other = new Thread(() -> directory.keep(Map.of("Lead", Set.of("Industry"))));

        Optional<List<String>> found = directory.whileWhole(() -> {
            other.start();
            await().until(() -> other.getState() == Thread.State.WAITING || !other.isAlive());
            return found(By.LEAD_KEY, "site:7");
        });

        assertThat(found).contains(List.of("00QA"));
        other.join();
        assertThat(directory.whileWhole(() -> found(By.LEAD_KEY, "site:7")))
                .as("leads are read anew first")
                .isEmpty();
        directory.load(Progress.SILENT);
        assertThat(directory.whileWhole(() -> found(By.LEAD_KEY, "site:7"))).contains(List.of("00QA"));
    }

    @Test
    void noAddressAndNoNumberOfAPersonCanBeReadOutOfTheStore() {
        crm.has(
                        "Contact",
                        "003A",
                        "Phone",
                        "+46 8 123 45 67",
                        "MobilePhone",
                        "070-765 43 21",
                        "Other_Email__c",
                        "a@b.cd")
                .has("Account", "001A", "Phone", "+46 8 555 55 55");
        directory = directory(Map.of("Contact", Set.of("Other_Email__c")));
        directory.load(Progress.SILENT);
        directory.noteWritten("Lead", "00QN", Map.of("Email", "new@comer.example", "Phone", "+46 8 999 99 99"));

        String stored = stored();
        assertThat(stored)
                .doesNotContainIgnoringCase("anna@")
                .doesNotContain("bo@", "a@b.cd", "new@", "123 45 67", "1234567", "765 43 21", "999 99 99")
                .as("of a company all may be read, and whose an address is")
                .contains("+46 8 555 55 55", ":nordwind.example");
        assertThat(found(By.CONTACT_EMAIL, "anna@nordwind.example")).containsExactly("003A");
        assertThat(found(By.CONTACT_PHONE, "81234567")).containsExactly("003A");
        assertThat(found(By.LEAD_EMAIL, "new@comer.example")).containsExactly("00QN");
    }

    @Test
    void aValueIsKnownAgainByItsHashAndNoOtherOneIs() {
        crm.has("Lead", "00QA", "Phone", "+46 8 123 45 67");
        directory.load(Progress.SILENT);
        ObjectNode lead = current("00QA");

        directory.recognise(lead, "Phone", List.of(TextNode.valueOf("+46 8 123 45 68")));
        assertThat(lead.path("Phone").asText()).startsWith("~");
        directory.recognise(
                lead, "Phone", List.of(TextNode.valueOf("+47 8 123 45 67"), TextNode.valueOf("+46-81234567")));
        assertThat(lead.path("Phone").asText()).isEqualTo("+46-81234567");
        directory.recognise(lead, "Email", List.of(TextNode.valueOf("Bo@Elsewhere.example")));
        assertThat(lead.path("Email").asText()).isEqualTo("Bo@Elsewhere.example");
    }

    private String stored() {
        return database.tx().call(em -> em.createQuery("select r.fields from CrmRecord r", String.class)
                .getResultList()
                .toString());
    }

    @Test
    void whatIsLeftOutIsNeitherReadNorKept() {
        Directory less = new Directory(
                database.tx(),
                crm,
                clock,
                Duration.ofMinutes(10),
                Map.of("Account", Set.of("Industry")),
                DirectoryKeys.inMemory(),
                LeftOut.of(List.of("Contact.Title", "Contact.MobilePhone", "Account.Industry")));

        less.load(Progress.SILENT);

        assertThat(less.current("Contact", "003A").orElseThrow().has("Title"))
                .as("unknown rather than blank")
                .isFalse();
        assertThat(less.current("Account", "001A").orElseThrow().has("Industry"))
                .isFalse();
        assertThat(less.find(By.CONTACT_EMAIL, "anna@nordwind.example")).hasSize(1);
        assertThat(crm.calls().stream().flatMap(List::stream))
                .noneMatch(soql ->
                        soql.contains("FROM Contact ") && (soql.contains("Title") || soql.contains("MobilePhone")));
    }

    @Test
    void whatCannotBeLeftOutIsSaid() {
        assertThatThrownBy(() -> LeftOut.of(List.of("Contact.AccountId")))
                .hasMessageContaining("'Contact.AccountId' cannot be left out");
        assertThatThrownBy(() -> LeftOut.of(List.of("Kontact.Title")))
                .hasMessageContaining("'Kontact.Title' is no field of");
    }

    @Test
    void whatIsBlankIsSaidAndWhatIsNotKeptIsNot() {
        crm.has("Lead", "00QA", "Industry", "1");
        directory.load(Progress.SILENT);

        assertThat(current("00QA").path("Title").isNull()).isTrue();
        assertThat(current("00QA").has("Industry")).isFalse();
    }

    private ObjectNode current(String lead) {
        return directory.current("Lead", lead).orElseThrow();
    }
}
