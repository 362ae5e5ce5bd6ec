package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.SampleOrg;
import dev.parley.sandbox.records.SalesforceError;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far a query may go: what Salesforce refuses although its grammar has it. */
class SoqlBoundsTest {
    private SampleOrg org;

    @BeforeEach
    void anAccountWithAContact(@TempDir Path directory) {
        org = new SampleOrg(directory);
        String alder = org.add("Account", "Name", "Alder Mills");
        org.add("Contact", "LastName", "Okafor", "AccountId", alder);
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void aBulkQueryIsCheckedWholeAndReadsNothing() {
        for (String end : new String[] {"Nme = 'x'", "Name = 5", "Name LIKE 'A%' ORDER BY Nme", "Name = 'x' LIMIT x"}) {
            assertThatThrownBy(() -> bulk(end)).as(end).isInstanceOf(SalesforceError.class);
        }
        bulk("Name LIKE 'A%' AND Id IN (SELECT AccountId FROM Contact WHERE LastName LIKE 'O%') ORDER BY Name");
    }

    private void bulk(String end) {
        org.readingNoTable(() -> {
            org.checkBulk("SELECT Name FROM Account WHERE " + end);
            return null;
        });
    }

    @Test
    void semiJoinsStandAtTheTopOfTheCondition() {
        refusedWhere(
                "Name = 'x' OR Id IN (SELECT AccountId FROM Contact)",
                "Semi join sub-selects are not allowed with the 'OR' operator");
        refusedWhere(
                "Name = 'x' AND (Name = 'y' OR Id IN (SELECT AccountId FROM Contact))",
                "Semi join sub-selects are only allowed at the top level WHERE expressions and not in nested WHERE"
                        + " expressions.");
        refusedWhere(
                "NOT Id IN (SELECT AccountId FROM Contact)",
                "Semi join sub-selects are only allowed at the top level WHERE expressions");
        assertThat(org.first("SELECT Name FROM Account WHERE (Id IN (SELECT AccountId FROM Contact)) AND Name != 'x'"))
                .containsExactly("Alder Mills");
    }

    @Test
    void twoSemiJoinsAreTheMostAndNoneIsInAnother() {
        String contacts = "Id IN (SELECT AccountId FROM Contact)";
        assertThat(org.first("SELECT Name FROM Account WHERE " + contacts + " AND " + contacts))
                .containsExactly("Alder Mills");
        refusedWhere(contacts + " AND " + contacts + " AND " + contacts, "Maximum 2 semi join sub-selects are allowed");
        refusedWhere(
                "Id IN (SELECT AccountId FROM Contact WHERE AccountId IN (SELECT AccountId FROM Opportunity))",
                "Nesting of semi join sub-selects is not supported");
        refused(
                "SELECT (SELECT Id FROM Contacts WHERE AccountId IN (SELECT AccountId FROM Opportunity)) FROM Account",
                "Semi join sub-selects are only allowed at the top level WHERE expressions");
    }

    @Test
    void aSemiJoinComparesIdsOfTheSameObject() {
        refusedWhere(
                "Id IN (SELECT ReportsToId FROM Contact)",
                "The selected field 'ReportsToId' in the subquery and the left operand field in the where expression in"
                        + " the outer query 'Id' should point to the same object type");
        refusedWhere("Id IN (SELECT Account.ParentId FROM Contact)", "The inner select field 'Account.ParentId'");
        refusedWhere(
                "ParentId IN (SELECT Id FROM Account)",
                "The inner and outer selects should not be on the same object type");
        refusedWhere("Id IN (SELECT WhatId FROM Task)", "Entity 'Task' is not supported for semi join inner selects");
        assertThat(org.first("SELECT Subject FROM Task WHERE WhatId IN (SELECT Id FROM Account)"))
                .isEmpty();
    }

    @Test
    void aSemiJoinHasNoOrderAndNoLimit() {
        refusedWhere("Id IN (SELECT AccountId FROM Contact LIMIT 1)", "unexpected token: 'LIMIT'");
        refusedWhere("Id IN (SELECT AccountId FROM Contact ORDER BY Name)", "unexpected token: 'ORDER'");
    }

    @Test
    void parentsAreReachedFiveLevelsUp() {
        String four = "Account" + ".Parent".repeat(4);
        assertThat(org.query("SELECT " + four + ".Name FROM Contact").totalSize())
                .isOne();
        refused(
                "SELECT " + four + ".Parent.Name FROM Contact",
                "SOQL statements cannot query foreign key relationships more than 5 levels away from the root entity"
                        + " object.");
        refused(
                "SELECT Id FROM Contact WHERE " + four + ".Parent.Name = 'x'",
                "SOQL statements cannot query foreign key relationships more than 5 levels away");
    }

    @Test
    void childrenAreReachedFourLevelsDownAndByOlderVersionsOne() {
        String two = "SELECT (SELECT Id, (SELECT Id FROM OpportunityContactRoles) FROM Opportunities) FROM Account";
        assertThat(org.query(two).totalSize()).isOne();
        assertThatThrownBy(() -> org.query(two, "57.0"))
                .hasMessageContaining("SOQL statements cannot query aggregate relationships more than 1 level away from"
                        + " the root entity object.");
        String deep = "SELECT Id FROM Account";
        for (int level = 0; level < 5; level++) {
            deep = "SELECT Id, (" + deep.replace("FROM Account", "FROM ChildAccounts") + ") FROM Account";
        }
        refused(deep, "SOQL statements cannot query aggregate relationships more than 4 levels away");
    }

    @Test
    void whatStandsForManyRecordsStandsInTheRootOrBehindGroupBy() {
        refused(
                "SELECT (SELECT COUNT(Id) FROM Contacts) FROM Account",
                "only root queries support aggregate expressions");
        refused(
                "SELECT CALENDAR_YEAR(CreatedDate) FROM Account",
                "Field must be grouped or aggregated: calendar_year(CreatedDate)");
    }

    @Test
    void eachRelationshipIsAskedOnce() {
        refused(
                "SELECT (SELECT Id FROM Contacts), (SELECT LastName FROM Contacts) FROM Account",
                "duplicate aggregate relationship: Contacts");
        refused("SELECT TYPEOF Account.Owner WHEN User THEN Name END FROM Contact", "unexpected token");
    }

    @Test
    void aCountOfAllIsNeitherGroupedNorOrdered() {
        refused("SELECT COUNT() FROM Account GROUP BY Name", "Grouped query cannot use COUNT()");
        refused("SELECT COUNT() FROM Account ORDER BY Name", "COUNT() cannot be used with ORDER BY");
        refused("SELECT COUNT() n FROM Account", "unexpected token: 'n'");
    }

    private void refusedWhere(String condition, String words) {
        refused("SELECT Name FROM Account WHERE " + condition, words);
    }

    private void refused(String soql, String words) {
        assertThatThrownBy(() -> org.query(soql))
                .isInstanceOfSatisfying(SalesforceError.class, error -> assertThat(error.errorCode())
                        .isEqualTo("MALFORMED_QUERY"))
                .hasMessageContaining(words)
                .hasMessageContaining("ERROR at Row:1:Column:");
    }
}
