package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.SampleOrg;
import dev.parley.sandbox.records.SalesforceError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the rows of a query look like, and where they come from. */
class SoqlTest {
    private SampleOrg org;
    private String ines;
    private String alder;
    private String maya;

    @BeforeEach
    void aSmallCompany(@TempDir Path directory) {
        org = new SampleOrg(directory);
        ines = org.add("User", "Name", "Ines Prado", "Email", "ines@seller.example");
        alder = org.add("Account", "Name", "Alder Mills", "OwnerId", ines, "AnnualRevenue", new BigDecimal("1200"));
        org.add("Account", "Name", "Birch Foods", "Description", "long");
        maya = org.add("Contact", "LastName", "Okafor", "FirstName", "Maya", "AccountId", alder, "OwnerId", ines);
        org.add("Contact", "LastName", "Adler", "AccountId", alder);
        org.add("Contact", "LastName", "Alone");
        org.add(
                "Opportunity",
                "Name",
                "Ovens",
                "AccountId",
                alder,
                "CloseDate",
                LocalDate.of(2026, 12, 1),
                "StageName",
                "Prospecting");
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void aRecordTellsItsTypeAndUrlAndItsFieldsInTheSchemasSpelling() {
        JsonNode row = org.row("select name, ID, annualrevenue, parentid from ACCOUNT where name = 'ALDER mills'");

        assertThat(row.toString())
                .isEqualTo("{\"attributes\":{\"type\":\"Account\",\"url\":"
                        + "\"/services/data/v62.0/sobjects/Account/" + alder + "\"},\"Name\":\"Alder Mills\",\"Id\":\""
                        + alder
                        + "\",\"AnnualRevenue\":1200.0,\"ParentId\":null}");
    }

    @Test
    void datesAndTimesAreWrittenAsTheRestApiDoes() {
        JsonNode row = org.row("SELECT CloseDate, CreatedDate FROM Opportunity");

        assertThat(row.get("CloseDate").asText()).isEqualTo("2026-12-01");
        assertThat(row.get("CreatedDate").asText()).isEqualTo("2026-11-23T12:00:00.000+0000");
    }

    @Test
    void parentsAreNestedUnderTheirRelationships() {
        JsonNode row = org.row(
                "SELECT Account.Name, Account.Owner.Name, Account.Owner.Email FROM Contact WHERE LastName = 'Adler'");

        assertThat(row.at("/Account/Name").asText()).isEqualTo("Alder Mills");
        assertThat(row.at("/Account/attributes/type").asText()).isEqualTo("Account");
        assertThat(row.at("/Account/Owner/Name").asText()).isEqualTo("Ines Prado");
        assertThat(row.at("/Account/Owner/Email").asText()).isEqualTo("ines@seller.example");
    }

    @Test
    void aMissingParentIsNull() {
        JsonNode row = org.row("SELECT Account.Owner.Name FROM Contact WHERE LastName = 'Alone'");

        assertThat(row.get("Account").isNull()).isTrue();
    }

    @Test
    void recordsAreFoundByTheirParentsFields() {
        assertThat(org.first("SELECT LastName FROM Contact WHERE Account.Owner.Name = 'Ines Prado' ORDER BY LastName"))
                .containsExactly("Adler", "Okafor");
    }

    @Test
    void aReferenceToSeveralTypesIsReadByWhatTheyHaveInCommon() {
        org.add("Task", "Subject", "Call", "WhoId", maya, "WhatId", alder, "OwnerId", ines);

        JsonNode row =
                org.row("SELECT Who.Name, What.Name, What.Type, Owner.Name FROM Task WHERE What.Type = 'Account'");

        assertThat(row.at("/What/Name").asText()).isEqualTo("Alder Mills");
        assertThat(row.at("/What/Type").asText()).isEqualTo("Account");
        assertThatThrownBy(() -> org.query("SELECT What.AnnualRevenue FROM Task"))
                .hasMessageContaining("No such column 'AnnualRevenue' on entity 'Name'");
    }

    @Test
    void typeofShowsWhatTheTypeHas() {
        org.add("Task", "Subject", "Call", "WhatId", alder);

        JsonNode row = org.row("SELECT TYPEOF What WHEN Account THEN AnnualRevenue ELSE Name END FROM Task");

        assertThat(row.at("/What/AnnualRevenue").asInt()).isEqualTo(1200);
    }

    @Test
    void childrenComeAsAResultOfTheirOwn() {
        JsonNode row = org.row(
                "SELECT Name, (SELECT LastName, Owner.Name FROM Contacts WHERE LastName LIKE 'o%'),"
                        + " (SELECT Id FROM Opportunities WHERE StageName = 'Closed Won') FROM Account WHERE Name LIKE 'alder%'");

        assertThat(row.at("/Contacts/totalSize").asInt()).isEqualTo(1);
        assertThat(row.at("/Contacts/done").asBoolean()).isTrue();
        assertThat(row.at("/Contacts/records/0/LastName").asText()).isEqualTo("Okafor");
        assertThat(row.at("/Contacts/records/0/Owner/Name").asText()).isEqualTo("Ines Prado");
        assertThat(row.get("Opportunities").isNull()).isTrue();
    }

    @Test
    void childrenHaveTheirOwnOrderAndLimit() {
        JsonNode row = org.row("SELECT (SELECT LastName FROM Contacts ORDER BY LastName DESC LIMIT 1) FROM Account"
                + " WHERE Id = '" + alder + "'");

        assertThat(row.at("/Contacts/records")).hasSize(1);
        assertThat(row.at("/Contacts/records/0/LastName").asText()).isEqualTo("Okafor");
    }

    @Test
    void fieldsOfAllKindsAreShownWhenTheQueryIsShortEnough() {
        JsonNode row = org.row("SELECT FIELDS(ALL) FROM Account WHERE Name = 'Birch Foods' LIMIT 200");

        assertThat(row.get("Description").asText()).isEqualTo("long");
        assertThat(row.has("AnnualRevenue")).isTrue();
        assertThatThrownBy(() -> org.query("SELECT FIELDS(ALL) FROM Account LIMIT 201"))
                .hasMessageContaining("The SOQL FIELDS function must have a LIMIT of at most 200");
    }

    @Test
    void countAnswersANumberAndNoRows() {
        var counted = org.query("SELECT COUNT() FROM Contact WHERE AccountId != null");

        assertThat(counted.totalSize()).isEqualTo(2);
        assertThat(counted.records()).isEmpty();
    }

    @Test
    void theRecycleBinIsOpenedByQueryAllOnly() {
        org.add("Account", "Name", "Gone", "IsDeleted", true);

        assertThat(org.query("SELECT Id FROM Account WHERE Name = 'Gone'").totalSize())
                .isZero();
        assertThat(org.queryAll("SELECT Id FROM Account WHERE IsDeleted = true").totalSize())
                .isOne();
    }

    @Test
    void anAliasStandsForItsObject() {
        assertThat(org.first("SELECT c.LastName FROM Contact c, c.Account a WHERE a.Name = 'Alder Mills' AND"
                        + " Contact.FirstName = 'Maya'"))
                .containsExactly("Okafor");
    }

    @Test
    void aUserSeesLabelsAndFormatsUnderTheFieldsName() {
        assertThat(org.first("SELECT toLabel(StageName) FROM Opportunity")).containsExactly("Prospecting");
        JsonNode row = org.row("SELECT FORMAT(CloseDate) closing, FORMAT(CreatedDate), FORMAT(Name) FROM Opportunity");
        assertThat(row.get("closing").asText()).isEqualTo("12/1/2026");
        assertThat(row.get("CreatedDate").asText()).isEqualTo("11/23/2026, 12:00 PM");
        assertThat(row.get("Name").asText()).isEqualTo("Ovens");
        assertThat(org.first("SELECT FORMAT(AnnualRevenue) FROM Account ORDER BY Name"))
                .containsExactly("$1,200", null);
        assertThat(org.row("SELECT FORMAT(MAX(AnnualRevenue)) most, FORMAT(COUNT(Id)) number FROM Account")
                        .toString())
                .contains("\"most\":\"$1,200\",\"number\":\"2\"");
    }

    @Test
    void anOrgWithOneCurrencyConvertsNone() {
        refused("SELECT convertCurrency(AnnualRevenue) FROM Account", "INVALID_FIELD", "CONVERTCURRENCY");
    }

    @Test
    void aQueryThatOnlyLocksOrScopesToEverythingIsAnswered() {
        assertThat(org.first("SELECT Name FROM Account USING SCOPE everything WHERE Name LIKE 'b%' FOR UPDATE"))
                .containsExactly("Birch Foods");
        assertThatThrownBy(() -> org.query("SELECT Id FROM Account USING SCOPE mine"))
                .hasMessageContaining("the sandbox org does not carry out USING SCOPE mine");
    }

    @Test
    void anUnknownObjectFieldOrRelationshipIsNamed() {
        refused("SELECT Id FROM Acount", "INVALID_TYPE", "sObject type 'Acount' is not supported.");
        refused("SELECT Nme FROM Account", "INVALID_FIELD", "No such column 'Nme' on entity 'Account'.");
        refused("SELECT Id FROM Account WHERE Nme = 'x'", "INVALID_FIELD", "No such column 'Nme'");
        refused("SELECT Id FROM Account ORDER BY Nme", "INVALID_FIELD", "No such column 'Nme'");
        refused(
                "SELECT Acct.Name FROM Contact",
                "INVALID_FIELD",
                "Didn't understand relationship 'Acct' in field path.");
        refused("SELECT (SELECT Id FROM Kontacts) FROM Account", "INVALID_TYPE", "Didn't understand relationship");
        refused("SELECT (SELECT Nme FROM Contacts) FROM Account", "INVALID_FIELD", "on entity 'Contact'");
        refused("SELECT Id, Id FROM Account", "INVALID_FIELD", "duplicate field selected: Id");
        refused("SELECT Name n FROM Account", "MALFORMED_QUERY", "only aggregate expressions use field aliasing");
    }

    private void refused(String soql, String errorCode, String words) {
        assertThatThrownBy(() -> org.query(soql))
                .isInstanceOfSatisfying(SalesforceError.class, error -> assertThat(error.errorCode())
                        .isEqualTo(errorCode))
                .hasMessageContaining(words);
    }
}
