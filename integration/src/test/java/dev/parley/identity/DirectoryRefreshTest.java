package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.crm.CrmException;
import dev.parley.crm.Reference;
import dev.parley.identity.Directory.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What changes in the CRM, and what Parley writes there, is in the copy soon, and at once. */
class DirectoryRefreshTest extends DirectoryStage {
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

        directory.noteWritten(List.of(
                new OwnWrite("Lead", "00QN", Map.of("Email", "new@comer.example", "Chat_Visitor_Id__c", "site:9"))));
        directory.noteWritten(
                List.of(new OwnWrite("Lead", "00QA", Map.of("Title", "Buyer", "Description", "is not kept"))));
        directory.noteWritten(List.of(new OwnWrite("Task", "00TA", Map.of("Subject", "is not followed"))));

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
    void whatSeveralConversationsWroteOfOneRecordIsThereTogether() {
        directory.load(Progress.SILENT);

        directory.noteWritten(List.of(
                new OwnWrite("Lead", "00QN", Map.of("Email", "new@comer.example", "Title", "Buyer")),
                new OwnWrite("Contact", "003N", Map.of("Email", "other@comer.example")),
                new OwnWrite("Lead", "00QN", Map.of("Title", "Head of buying", "Chat_Visitor_Id__c", "site:9"))));

        assertThat(found(By.LEAD_EMAIL, "new@comer.example")).containsExactly("00QN");
        assertThat(found(By.CONTACT_EMAIL, "other@comer.example")).containsExactly("003N");
        assertThat(directory.byVisitorKey("site:9")).map(Known::id).contains("00QN");
        assertThat(current("00QN").path("Title").asText()).isEqualTo("Head of buying");
    }

    @Test
    void aWrittenReferenceIsTheRecordThatItNames() {
        directory.load(Progress.SILENT);
        crm.has("Contact", "003A", "Chat_Visitor_Id__c", "site:1");
        directory.refresh();

        directory.noteWritten(List.of(new OwnWrite(
                "OpportunityContactRole",
                "00KN",
                Map.of(
                        "OpportunityId",
                        "006A",
                        "ContactId",
                        new Reference("Contact", "Chat_Visitor_Id__c", "site:1")))));

        assertThat(found(By.ROLE_OF_CONTACT, "003A")).containsExactly("00KA", "00KN");
    }
}
