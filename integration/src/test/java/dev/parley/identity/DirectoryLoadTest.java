package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.io.MoreFiles;
import dev.parley.crm.CrmException;
import dev.parley.identity.Directory.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The first load brings everything in, at the least price, and goes on where it broke off. */
class DirectoryLoadTest extends DirectoryStage {
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
}
