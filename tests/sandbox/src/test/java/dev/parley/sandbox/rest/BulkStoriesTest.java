package dev.parley.sandbox.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.sandbox.Api.Answer;
import dev.parley.sandbox.OrgStories;
import org.junit.jupiter.api.Test;

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
