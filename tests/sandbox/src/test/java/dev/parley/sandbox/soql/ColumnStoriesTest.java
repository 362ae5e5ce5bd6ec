package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.Api;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;

/** What a query's columns are, as the Salesforce CLI asks before it prints a table. */
class ColumnStoriesTest extends OrgStories {

    @Test
    void aColumnHoldsAnotherForEachRelationshipOnTheWay() {
        JsonNode columns = columns("SELECT Id, Owner.Name, (SELECT LastName FROM Contacts) FROM Account");
        assertThat(columns.at("/entityName").asText()).isEqualTo("Account");
        assertThat(columns.at("/idSelected").asBoolean()).isTrue();
        assertThat(columns.at("/columnMetadata/1/columnName").asText()).isEqualTo("Owner");
        assertThat(columns.at("/columnMetadata/1/joinColumns/0/columnName").asText())
                .isEqualTo("Name");
        assertThat(columns.at("/columnMetadata/2/aggregate").asBoolean()).isTrue();
        assertThat(columns.at("/columnMetadata/2/joinColumns/0/columnName").asText())
                .isEqualTo("LastName");
    }

    @Test
    void whatSumsUpIsNamedByItsAliasOrItsPlace() {
        JsonNode columns = columns("SELECT Industry, COUNT(Id), MAX(Name) latest FROM Account GROUP BY Industry");
        assertThat(columns.at("/columnMetadata").findValuesAsText("columnName"))
                .containsExactly("Industry", "expr0", "latest");
        assertThat(columns.at("/groupBy").asBoolean()).isTrue();
    }

    @Test
    void whatDependsOnTheTypeIsAColumnToo() {
        JsonNode columns = columns("SELECT Subject, TYPEOF What WHEN Account THEN Name END FROM Task");
        assertThat(columns.at("/columnMetadata").findValuesAsText("columnName")).containsExactly("Subject", "What");
    }

    @Test
    void whatIsNotThereIsRefusedHereToo() {
        assertThat(columns("SELECT Nonsense FROM Account").at("/0/errorCode").asText())
                .isEqualTo("INVALID_FIELD");
    }

    private JsonNode columns(String soql) {
        return admin.get("/query?columns=true&q=" + Api.encode(soql)).body();
    }
}
