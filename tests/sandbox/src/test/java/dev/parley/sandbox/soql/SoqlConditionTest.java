package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.SampleOrg;
import dev.parley.sandbox.records.SalesforceError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which records fit a condition. */
class SoqlConditionTest {
    private SampleOrg org;
    private String alder;

    @BeforeEach
    void someRecords(@TempDir Path directory) {
        org = new SampleOrg(directory);
        alder = org.addAt(
                Instant.parse("2026-11-20T08:00:00Z"),
                "Account",
                "Name",
                "alder Mills",
                "Industry",
                "Banking",
                "AnnualRevenue",
                new BigDecimal("1200.50"),
                "NumberOfEmployees",
                7);
        org.addAt(
                Instant.parse("2026-11-22T08:00:00Z"),
                "Account",
                "Name",
                "Birch 100% Foods",
                "Industry",
                "Energy",
                "AnnualRevenue",
                new BigDecimal("80"));
        org.addAt(Instant.parse("2026-11-23T08:00:00Z"), "Account", "Name", "Cedar_Club");
        org.add("Contact", "LastName", "Okafor", "AccountId", alder);
        org.add("Contact", "LastName", "Alone");
    }

    @AfterEach
    void close() {
        org.close();
    }

    private List<String> accounts(String condition) {
        return org.first("SELECT Name FROM Account WHERE " + condition + " ORDER BY Name");
    }

    private List<String> contacts(String condition) {
        return org.first("SELECT LastName FROM Contact WHERE " + condition + " ORDER BY LastName");
    }

    @Test
    void textIsComparedWithoutRegardToCase() {
        assertThat(accounts("Name = 'ALDER mills'")).containsExactly("alder Mills");
        assertThat(accounts("Name > 'B' AND Name <= 'birch 100% foods'")).containsExactly("Birch 100% Foods");
        assertThat(accounts("Industry IN ('banking', 'ENERGY')")).hasSize(2);
    }

    @Test
    void emptyFieldsAreUnequalToEveryValueAndNeitherLargerNorSmaller() {
        assertThat(accounts("Industry != 'Banking'")).containsExactly("Birch 100% Foods", "Cedar_Club");
        assertThat(accounts("Industry NOT IN ('Banking')")).containsExactly("Birch 100% Foods", "Cedar_Club");
        assertThat(accounts("Industry = null")).containsExactly("Cedar_Club");
        assertThat(accounts("Industry = ''")).containsExactly("Cedar_Club");
        assertThat(accounts("Industry != null")).hasSize(2);
        assertThat(accounts("Industry IN ('Energy', null)")).containsExactly("Birch 100% Foods", "Cedar_Club");
        assertThat(accounts("AnnualRevenue < 100")).containsExactly("Birch 100% Foods");
        assertThat(accounts("NOT Industry LIKE 'b%'")).containsExactly("Birch 100% Foods", "Cedar_Club");
    }

    @Test
    void wildcardsMatchAndEscapedOnesStandForThemselves() {
        assertThat(accounts("Name LIKE '%MILL_'")).containsExactly("alder Mills");
        assertThat(accounts("Name LIKE '%100\\%%'")).containsExactly("Birch 100% Foods");
        assertThat(accounts("Name LIKE 'cedar\\_%'")).containsExactly("Cedar_Club");
        assertThat(accounts("Name LIKE 'alder\\_%'")).isEmpty();
        assertThat(accounts("Name LIKE '%'")).hasSize(3);
    }

    @Test
    void numbersAreComparedByTheirSize() {
        assertThat(accounts("AnnualRevenue = 1200.5")).containsExactly("alder Mills");
        assertThat(accounts("AnnualRevenue >= EUR1200.500")).containsExactly("alder Mills");
        assertThat(accounts("NumberOfEmployees IN (7.0, 8)")).containsExactly("alder Mills");
        assertThat(accounts("AnnualRevenue > -5 AND AnnualRevenue != 80")).containsExactly("alder Mills");
    }

    @Test
    void andOrAndNotCombine() {
        assertThat(accounts("(Industry = 'Banking' OR Industry = 'Energy') AND (NOT AnnualRevenue > 1000)"))
                .containsExactly("Birch 100% Foods");
        assertThat(accounts("NOT (Industry = 'Banking' OR AnnualRevenue = 80)")).containsExactly("Cedar_Club");
    }

    @Test
    void idsFitWith15CharactersAndWith18() {
        assertThat(accounts("Id = '" + alder.substring(0, 15) + "'")).containsExactly("alder Mills");
        assertThat(accounts("Id = '" + alder + "'")).containsExactly("alder Mills");
        assertThat(contacts("AccountId IN ('" + alder.substring(0, 15) + "')")).containsExactly("Okafor");
    }

    @Test
    void aSemiJoinTakesItsListFromASubquery() {
        assertThat(accounts("Id IN (SELECT AccountId FROM Contact WHERE LastName = 'Okafor')"))
                .containsExactly("alder Mills");
        assertThat(accounts("Id NOT IN (SELECT AccountId FROM Contact) AND Industry != null"))
                .containsExactly("Birch 100% Foods");
        assertThat(contacts("AccountId IN (SELECT Id FROM Account WHERE Industry = 'Banking')"))
                .containsExactly("Okafor");
    }

    @Test
    void aSubqueryMustListIds() {
        refused("Name IN (SELECT AccountId FROM Contact)", "MALFORMED_QUERY");
        refused("Id IN (SELECT LastName FROM Contact)", "MALFORMED_QUERY");
        refused("Id IN (SELECT Id, AccountId FROM Contact)", "MALFORMED_QUERY");
    }

    @Test
    void manyChoicesAreFoundByTheirSets() {
        org.add("Chat_Conversation__c", "Name", "1", "External_Id__c", "demo:1", "Functions__c", "buy;book-meeting");
        org.add("Chat_Conversation__c", "Name", "2", "External_Id__c", "demo:2", "Functions__c", "complain");
        org.add("Chat_Conversation__c", "Name", "3", "External_Id__c", "demo:3");

        assertThat(conversations("Functions__c INCLUDES ('book-meeting;buy', 'complain')"))
                .containsExactly("1", "2");
        assertThat(conversations("Functions__c INCLUDES ('buy;complain')")).isEmpty();
        assertThat(conversations("Functions__c EXCLUDES ('buy')")).containsExactly("2", "3");
    }

    @Test
    void anExternalIdThatMindsCaseIsFoundInItsOwnCaseOnly() {
        org.add("Chat_Conversation__c", "Name", "lower", "External_Id__c", "demo:a");
        org.add("Chat_Conversation__c", "Name", "upper", "External_Id__c", "demo:A");

        assertThat(conversations("External_Id__c = 'demo:A'")).containsExactly("upper");
        assertThat(conversations("External_Id__c IN ('demo:a', 'demo:b')")).containsExactly("lower");
    }

    private List<String> conversations(String condition) {
        return org.first("SELECT Name FROM Chat_Conversation__c WHERE " + condition + " ORDER BY Name");
    }

    @Test
    void aPointInTimeIsComparedInEveryZone() {
        assertThat(accounts("SystemModstamp > 2026-11-22T08:00:00.000Z")).containsExactly("Cedar_Club");
        assertThat(accounts("SystemModstamp >= 2026-11-22T09:00:00.000+0100"))
                .containsExactly("Birch 100% Foods", "Cedar_Club");
        assertThat(accounts("CreatedDate = 2026-11-22T08:00:00Z")).containsExactly("Birch 100% Foods");
    }

    @Test
    void namedDaysAreCountedFromToday() {
        assertThat(accounts("CreatedDate = TODAY")).containsExactly("Cedar_Club");
        assertThat(accounts("CreatedDate = YESTERDAY")).containsExactly("Birch 100% Foods");
        assertThat(accounts("CreatedDate = LAST_N_DAYS:1")).containsExactly("Birch 100% Foods", "Cedar_Club");
        assertThat(accounts("CreatedDate = LAST_WEEK")).containsExactly("alder Mills");
        assertThat(accounts("CreatedDate < THIS_WEEK")).containsExactly("alder Mills");
        assertThat(accounts("CreatedDate IN (YESTERDAY, N_DAYS_AGO:3)"))
                .containsExactly("alder Mills", "Birch 100% Foods");
    }

    @Test
    void datesAreComparedAsDays() {
        org.add("Opportunity", "Name", "soon", "CloseDate", LocalDate.of(2026, 11, 30));
        org.add("Opportunity", "Name", "later", "CloseDate", LocalDate.of(2027, 2, 1));

        assertThat(org.first("SELECT Name FROM Opportunity WHERE CloseDate <= 2026-11-30"))
                .containsExactly("soon");
        assertThat(org.first("SELECT Name FROM Opportunity WHERE CloseDate = NEXT_N_DAYS:7"))
                .containsExactly("soon");
        assertThat(org.first("SELECT Name FROM Opportunity WHERE CloseDate = NEXT_QUARTER"))
                .containsExactly("later");
        assertThat(org.first("SELECT Name FROM Opportunity WHERE CALENDAR_YEAR(CloseDate) = 2027"))
                .containsExactly("later");
    }

    @Test
    void aValueOfTheWrongTypeIsRefusedInSalesforcesWords() {
        refused("Name = 5", "INVALID_FIELD", "field 'Name' must be of type string and should be enclosed in quotes");
        refused("AnnualRevenue = '5'", "INVALID_FIELD", "must be of type double and should not be enclosed in quotes");
        refused("CreatedDate > '2026-11-22T08:00:00Z'", "INVALID_FIELD", "must be of type dateTime");
        refused("CreatedDate > 2026-11-22", "INVALID_FIELD", "must be of type dateTime");
        refused("IsDeleted = 'true'", "INVALID_FIELD", "must be of type boolean");
        refused("Id = 'nonsense'", "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: nonsense");
    }

    @Test
    void anOperatorThatTheFieldHasNotIsRefused() {
        refused("Id LIKE '001%'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on id field");
        refused("AnnualRevenue LIKE '1%'", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on currency field");
        refused("IsDeleted > false", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on boolean field");
        refused("Name INCLUDES ('x')", "INVALID_QUERY_FILTER_OPERATOR", "invalid operator on string field");
        refused("Name IN 'x'", "MALFORMED_QUERY", "");
        refused("Name = ('x')", "INVALID_FIELD", "");
    }

    @Test
    void longTextCannotBeFiltered() {
        refused("Description = 'x'", "INVALID_FIELD", "field 'Description' can not be filtered in a query call");
        refused("Description LIKE '%x%'", "INVALID_FIELD", "can not be filtered in a query call");
    }

    private void refused(String condition, String errorCode) {
        refused(condition, errorCode, "");
    }

    private void refused(String condition, String errorCode, String words) {
        assertThatThrownBy(() -> accounts(condition))
                .isInstanceOfSatisfying(SalesforceError.class, error -> assertThat(error.errorCode())
                        .isEqualTo(errorCode))
                .hasMessageContaining(words);
    }
}
