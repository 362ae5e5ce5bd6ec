package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.identity.Directory.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The copy keeps the fields that the mapping files name, and gets others when they name others. */
class DirectoryFieldsTest extends DirectoryStage {
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
    void whatIsBlankIsSaidAndWhatIsNotKeptIsNot() {
        crm.has("Lead", "00QA", "Industry", "1");
        directory.load(Progress.SILENT);

        assertThat(current("00QA").path("Title").isNull()).isTrue();
        assertThat(current("00QA").has("Industry")).isFalse();
    }
}
