package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The Bulk API 2.0: jobs that are worked on after their data was sent. */
class BulkStoriesTest extends OrgStories {

    @Test
    void rowsAreSavedEachWithItsOwnResult() {
        String job = ingest("Lead", "insert", "LastName,Company\nBerg,Acme\n\"Holm, the \"\"first\"\"\",\nLind,Berg\n");
        assertThat(admin.get("/jobs/ingest/" + job).at("/numberRecordsProcessed"))
                .isEqualTo("3");
        assertThat(admin.get("/jobs/ingest/" + job).at("/numberRecordsFailed")).isEqualTo("1");
        assertThat(admin.get("/jobs/ingest/" + job + "/successfulResults").text())
                .startsWith("\"sf__Id\",\"sf__Created\",\"LastName\",\"Company\"\n\"00Q")
                .contains("\"true\",\"Berg\",\"Acme\"");
        assertThat(admin.get("/jobs/ingest/" + job + "/failedResults").text())
                .contains("REQUIRED_FIELD_MISSING:Required fields are missing: [Company]:Company --")
                .contains("\"Holm, the \"\"first\"\"\"");
        assertThat(admin.query("SELECT COUNT() FROM Lead").at("/totalSize")).isEqualTo("2");
    }

    @Test
    void anUpsertFindsItsRecordsByExternalIdAndEmptiesWhatSaysSo() {
        make("Lead", "{\"LastName\":\"Old\",\"Company\":\"Acme\",\"Chat_Visitor_Id__c\":\"a\",\"Title\":\"CTO\"}");
        ingest(
                "Lead\",\"externalIdFieldName\":\"Chat_Visitor_Id__c",
                "upsert",
                "Chat_Visitor_Id__c,LastName,Company,Title\na,New,,#N/A\nb,Other,Beta,CEO\n");
        assertThat(admin.query("SELECT LastName, Company, Title FROM Lead ORDER BY LastName")
                        .body()
                        .at("/records"))
                .extracting(lead -> lead.path("LastName").asText() + "/"
                        + lead.path("Company").asText() + "/"
                        + lead.path("Title").asText(""))
                .containsExactly("New/Acme/", "Other/Beta/CEO");
    }

    @Test
    void aQuerysRowsComeAsPagesOfCsv() {
        for (String name : new String[] {"One", "Two", "Three"}) {
            make("Account", "{\"Name\":\"" + name + "\"}");
        }
        String job = admin.post(
                        "/jobs/query",
                        "{\"operation\":\"query\",\"query\":\"SELECT Name, Owner.Name, Site FROM Account ORDER BY Name\"}")
                .id();
        await().until(() -> admin.get("/jobs/query/" + job).at("/state").equals("JobComplete"));
        Answer first = admin.get("/jobs/query/" + job + "/results?maxRecords=2");
        assertThat(first.text())
                .isEqualTo(
                        "\"Name\",\"Owner.Name\",\"Site\"\n\"One\",\"Ada Admin\",\"\"\n\"Three\",\"Ada Admin\",\"\"\n");
        String locator = first.headers().firstValue("Sforce-Locator").orElseThrow();
        Answer second = admin.get("/jobs/query/" + job + "/results?maxRecords=2&locator=" + locator);
        assertThat(second.text()).contains("\"Two\"");
        assertThat(second.headers().firstValue("Sforce-Locator")).contains("null");
        assertThat(second.headers().firstValue("Sforce-NumberOfRecords")).contains("1");
    }

    @Test
    void aQuerysHeaderIsThereWithoutRowsAndWithoutParents() {
        String soql = "SELECT Name, Parent.Name, Parent.Site FROM Account WHERE Name = 'Orphan'";
        assertThat(rows(soql)).isEqualTo("\"Name\",\"Parent.Name\",\"Parent.Site\"\n");
        make("Account", "{\"Name\":\"Orphan\"}");
        assertThat(rows(soql)).isEqualTo("\"Name\",\"Parent.Name\",\"Parent.Site\"\n\"Orphan\",\"\",\"\"\n");
    }

    private String rows(String soql) {
        String job = admin.post("/jobs/query", "{\"operation\":\"query\",\"query\":\"" + soql + "\"}")
                .id();
        await().until(() -> admin.get("/jobs/query/" + job).at("/state").equals("JobComplete"));
        return admin.get("/jobs/query/" + job + "/results").text();
    }

    @Test
    void valuesAreSeparatedAsTheJobSays() {
        String job = ingest(
                "Lead\",\"columnDelimiter\":\"SEMICOLON\",\"lineEnding\":\"CRLF",
                "insert",
                "LastName;Company\r\nBerg;Acme, Inc\r\n");
        assertThat(admin.get("/jobs/ingest/" + job + "/successfulResults").text())
                .startsWith("\"sf__Id\";\"sf__Created\";\"LastName\";\"Company\"\r\n")
                .endsWith(";\"Berg\";\"Acme, Inc\"\r\n");
        assertThat(admin.get("/jobs/ingest/" + job).at("/columnDelimiter")).isEqualTo("SEMICOLON");
        refused("ingest", "\"operation\":\"insert\",\"object\":\"Lead\",\"columnDelimiter\":\"DOT\"", "DOT");
        refused("ingest", "\"operation\":\"insert\",\"object\":\"Lead\",\"contentType\":\"XML\"", "XML");
    }

    @Test
    void aListOfJobsHoldsItsOwnKind() {
        ingest("Lead", "insert", "LastName,Company\nBerg,Acme\n");
        rows("SELECT Id FROM Lead");
        assertThat(admin.get("/jobs/query").body().path("records"))
                .isNotEmpty()
                .allMatch(each -> each.path("jobType").asText().equals("V2Query"));
        assertThat(admin.get("/jobs/ingest").body().path("records"))
                .isNotEmpty()
                .allMatch(each -> each.path("jobType").asText().equals("V2Ingest"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT Name, (SELECT Id FROM Contacts) FROM Account | Aggregate Relationships not supported in Bulk V2 Query with CSV content type",
                "SELECT COUNT(Id) FROM Account | Aggregate functions and GROUP BY not supported in Bulk Query",
                "SELECT Name FROM Account GROUP BY Name | Aggregate functions and GROUP BY not supported in Bulk Query",
                "SELECT COUNT() FROM Account | Aggregate functions and GROUP BY not supported in Bulk Query",
                "SELECT TYPEOF What WHEN Account THEN Name END FROM Task | TYPEOF not supported in Bulk Query",
                "SELECT Id FROM Account LIMIT 1 OFFSET 1 | OFFSET not supported in Bulk Query",
            })
    void aQueryThatBulkDoesNotTakeIsRefused(String soql, String message) {
        refused("query", "\"operation\":\"query\",\"query\":\"" + soql + "\"", message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "5", "{}", "{\"operation\":\"export\",\"query\":\"SELECT Id FROM Account\"}"})
    void aJobSaysWhatItIsToDo(String body) {
        assertThat(admin.post("/jobs/query", body).at("/0/errorCode")).isEqualTo("API_ERROR");
        assertThat(admin.post("/jobs/ingest", body).at("/0/errorCode")).isEqualTo("API_ERROR");
    }

    @Test
    void recordsAreDestroyedOnlyByWhoeverIsGrantedThat() {
        refused(
                "ingest",
                "\"operation\":\"hardDelete\",\"object\":\"Lead\"",
                "hardDelete operation requires special user profile permission");
    }

    private void refused(String kind, String job, String words) {
        Answer answer = admin.post("/jobs/" + kind, "{" + job + "}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/0/message")).contains(words);
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertThat(admin.post("/jobs/query", "{\"operation\":\"query\",\"query\":\"SELECT Nonsense FROM Account\"}")
                        .at("/0/errorCode"))
                .isEqualTo("INVALID_FIELD");
        assertThat(admin.post("/jobs/ingest", "{\"operation\":\"insert\",\"object\":\"Nonsense\"}")
                        .at("/0/errorCode"))
                .isEqualTo("INVALIDENTITY");
        String open = admin.post("/jobs/ingest", "{\"operation\":\"insert\",\"object\":\"Lead\"}")
                .id();
        assertThat(admin.get("/jobs/ingest/" + open).at("/state")).isEqualTo("Open");
        assertThat(plugin.get("/jobs/ingest/" + open).status())
                .as("another's job")
                .isEqualTo(404);
        admin.patch("/jobs/ingest/" + open, "{\"state\":\"Aborted\"}");
        assertThat(admin.patch("/jobs/ingest/" + open, "{\"state\":\"UploadComplete\"}")
                        .at("/0/errorCode"))
                .isEqualTo("INVALIDJOBSTATE");
        assertThat(admin.delete("/jobs/ingest/" + open).status()).isEqualTo(204);
        assertThat(admin.get("/jobs/ingest/" + open).status()).isEqualTo(404);
    }

    private String ingest(String object, String operation, String csv) {
        String job = admin.post("/jobs/ingest", "{\"operation\":\"%s\",\"object\":\"%s\"}".formatted(operation, object))
                .id();
        assertThat(admin.put("/jobs/ingest/" + job + "/batches", csv, "text/csv")
                        .status())
                .isEqualTo(201);
        admin.patch("/jobs/ingest/" + job, "{\"state\":\"UploadComplete\"}");
        await().until(() -> admin.get("/jobs/ingest/" + job).at("/state").equals("JobComplete"));
        return job;
    }
}
