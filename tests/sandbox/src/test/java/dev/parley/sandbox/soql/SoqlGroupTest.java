package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.SampleOrg;
import dev.parley.sandbox.records.SalesforceError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that stand for many records. */
class SoqlGroupTest {
    private SampleOrg org;

    @BeforeEach
    void aPipeline(@TempDir Path directory) {
        org = new SampleOrg(directory);
        String alder = org.add("Account", "Name", "Alder Mills", "NumberOfEmployees", 7);
        opportunity("Ovens", "Prospecting", alder, "100", LocalDate.of(2026, 12, 1));
        opportunity("Mixers", "Prospecting", alder, "50.5", LocalDate.of(2027, 1, 1));
        opportunity("Trays", "Closed Won", null, null, LocalDate.of(2026, 1, 1));
    }

    private void opportunity(String name, String stage, String account, String amount, LocalDate closing) {
        org.add(
                "Opportunity",
                "Name",
                name,
                "StageName",
                stage,
                "AccountId",
                account,
                "Amount",
                amount == null ? null : new BigDecimal(amount),
                "CloseDate",
                closing);
    }

    @AfterEach
    void close() {
        org.close();
    }

    @Test
    void recordsAreCountedAndSummedByGroup() {
        List<? extends JsonNode> rows = org.rows("SELECT StageName, COUNT(Id), SUM(Amount) total, MAX(CloseDate)"
                + " FROM Opportunity GROUP BY StageName ORDER BY COUNT(Id) DESC");

        assertThat(rows.get(0).toString())
                .isEqualTo("{\"attributes\":{\"type\":\"AggregateResult\"},"
                        + "\"StageName\":\"Prospecting\",\"expr0\":2,\"total\":150.5,\"expr1\":\"2027-01-01\"}");
        assertThat(rows.get(1).get("total").isNull()).isTrue();
        assertThat(rows).hasSize(2);
    }

    @Test
    void withoutGroupsOneRowStandsForAll() {
        JsonNode row = org.row("SELECT COUNT(AccountId) withAccount, COUNT_DISTINCT(AccountId) accounts, AVG(Amount),"
                + " MIN(Name) FROM Opportunity");

        assertThat(row.get("withAccount").asInt()).isEqualTo(2);
        assertThat(row.get("accounts").asInt()).isEqualTo(1);
        assertThat(row.get("expr0").decimalValue()).isEqualByComparingTo("75.25");
        assertThat(row.get("expr1").asText()).isEqualTo("Mixers");
        assertThat(org.row("SELECT SUM(NumberOfEmployees) FROM Account")
                        .get("expr0")
                        .isInt())
                .isTrue();
        assertThat(org.row("SELECT COUNT(Id) n FROM Lead").get("n").asInt()).isZero();
    }

    @Test
    void groupsAreChosenByHaving() {
        assertThat(org.first("SELECT StageName FROM Opportunity GROUP BY StageName HAVING COUNT(Id) > 1"))
                .containsExactly("Prospecting");
        assertThat(org.first("SELECT StageName FROM Opportunity GROUP BY StageName HAVING SUM(Amount) = null"
                        + " AND StageName LIKE 'closed%'"))
                .containsExactly("Closed Won");
    }

    @Test
    void groupsReachUpToParentsAndIntoDates() {
        assertThat(org.row("SELECT Account.Name, COUNT(Id) n FROM Opportunity WHERE AccountId != null"
                                + " GROUP BY Account.Name")
                        .get("Name")
                        .asText())
                .isEqualTo("Alder Mills");
        assertThat(org.first("SELECT CALENDAR_YEAR(CloseDate), COUNT(Id) FROM Opportunity"
                        + " GROUP BY CALENDAR_YEAR(CloseDate) ORDER BY CALENDAR_YEAR(CloseDate)"))
                .containsExactly("2026", "2027");
    }

    @Test
    void subtotalsAreRowsOfTheirOwn() {
        List<? extends JsonNode> rows = org.rows("SELECT StageName, GROUPING(StageName) isTotal, COUNT(Id) n"
                + " FROM Opportunity GROUP BY ROLLUP (StageName)");

        assertThat(rows).hasSize(3);
        JsonNode total = rows.get(2);
        assertThat(total.get("StageName").isNull()).isTrue();
        assertThat(total.get("isTotal").asInt()).isEqualTo(1);
        assertThat(total.get("n").asInt()).isEqualTo(3);
        assertThat(org.rows("SELECT StageName, Name, COUNT(Id) FROM Opportunity GROUP BY CUBE (StageName, Name)"))
                .hasSize(3 + 2 + 3 + 1);
    }

    @Test
    void groupsHaveALimitAndAnOffset() {
        assertThat(org.first("SELECT Name, COUNT(Id) FROM Opportunity GROUP BY Name ORDER BY Name LIMIT 1 OFFSET 1"))
                .containsExactly("Ovens");
    }

    @Test
    void whatIsNeitherGroupedNorAggregatedIsRefused() {
        refused(
                "SELECT Name, COUNT(Id) FROM Opportunity",
                "MALFORMED_QUERY",
                "Field must be grouped or aggregated: Name");
        refused(
                "SELECT StageName FROM Opportunity GROUP BY StageName ORDER BY Name",
                "MALFORMED_QUERY",
                "Ordered field must be grouped or aggregated: Name");
        refused("SELECT SUM(Name) FROM Opportunity", "INVALID_FIELD", "does not support aggregate operator SUM");
        refused("SELECT COUNT(Id) FROM Opportunity LIMIT 1", "MALFORMED_QUERY", "cannot also use LIMIT");
        refused(
                "SELECT Description FROM Opportunity GROUP BY Description",
                "INVALID_FIELD",
                "field 'Description' can not be grouped in a query call");
        refused("SELECT COUNT(Id) n, SUM(Amount) n FROM Opportunity", "MALFORMED_QUERY", "duplicate alias: n");
        refused(
                "SELECT COUNT(Id), (SELECT Id FROM Tasks) FROM Opportunity",
                "MALFORMED_QUERY",
                "Grouped query cannot use child relationships");
        refused("SELECT Id FROM Opportunity WHERE COUNT(Id) > 1", "MALFORMED_QUERY", "not allowed here");
        refused("SELECT COUNT(), Id FROM Opportunity", "MALFORMED_QUERY", "");
    }

    private void refused(String soql, String errorCode, String words) {
        assertThatThrownBy(() -> org.query(soql))
                .isInstanceOfSatisfying(SalesforceError.class, error -> assertThat(error.errorCode())
                        .isEqualTo(errorCode))
                .hasMessageContaining(words);
    }
}
