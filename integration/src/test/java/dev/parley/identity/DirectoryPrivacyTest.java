package dev.parley.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Of people the copy keeps nothing that can be read, and what is left out not at all. */
class DirectoryPrivacyTest extends DirectoryStage {
    private String stored() {
        return database.tx().call(em -> em.createQuery("select r.fields from CrmRecord r", String.class)
                .getResultList()
                .toString());
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
        directory.noteWritten(List.of(
                new OwnWrite("Lead", "00QN", Map.of("Email", "new@comer.example", "Phone", "+46 8 999 99 99"))));

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
}
