package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.SandboxOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator does with records by the Salesforce CLI, and what it says where the org has not what it wants. */
class SalesforceCliDataTest {
    @TempDir
    Path home;

    private SalesforceCli cli;
    private SandboxOrg org;

    @BeforeEach
    void login() {
        cli = SalesforceCli.installed(home.resolve("user"));
        org = SandboxOrg.start(home.resolve("org"), 0);
        cli.login(org.url());
    }

    @AfterEach
    void stop() {
        if (org != null) {
            org.close();
        }
    }

    @Test
    void manyRecordsAreUpsertedExportedAndDeletedByFiles() throws IOException {
        String leads = file("leads.csv", "Chat_Visitor_Id__c,LastName,Company", "one,Berg,Acme", "two,Holm,Acme");
        bulk("upsert", "Lead", leads, "--external-id", "Chat_Visitor_Id__c");
        assertThat(cli.query("SELECT Id FROM Lead").at("/result/totalSize").asInt())
                .isEqualTo(2);

        Path exported = home.resolve("exported.csv");
        cli.sf(
                "data",
                "export",
                "bulk",
                "--query",
                "SELECT Id, LastName, Owner.Name FROM Lead",
                "--output-file",
                exported.toString(),
                "--result-format",
                "csv",
                "--wait",
                "2");
        List<String> lines = Files.readAllLines(exported);
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).isEqualTo("\"Id\",\"LastName\",\"Owner.Name\"");

        String ids = file(
                "ids.csv",
                "Id",
                lines.stream().skip(1).map(each -> each.substring(1, 19)).collect(Collectors.joining("\n")));
        NodePackage.Outcome hard =
                cli.say("data", "delete", "bulk", "--sobject", "Lead", "--file", ids, "--hard-delete");
        assertThat(hard.output()).contains("Bulk API Hard Delete");
        bulk("delete", "Lead", ids);
        assertThat(cli.query("SELECT Id FROM Lead").at("/result/totalSize").asInt())
                .isZero();
    }

    @Test
    void aTreeOfRecordsGoesOutAndComesInAgain() {
        cli.sf("data", "import", "tree", "--files", "data/Account.json");
        String soql = "SELECT Name, (SELECT LastName FROM Contacts) FROM Account";
        cli.sf("data", "export", "tree", "--query", soql, "--plan", "--output-dir", home.toString());
        String plan = home.resolve("Account-Contact-plan.json").toString();
        assertThat(cli.sf("data", "import", "tree", "--plan", plan).at("/result"))
                .hasSize(3);
        assertThat(cli.query("SELECT Id FROM Contact WHERE Account.Name = 'Acme'")
                        .at("/result/totalSize")
                        .asInt())
                .isEqualTo(4);
    }

    @Test
    void theOrgTellsWhatItIsLike() {
        JsonNode described = cli.sf("sobject", "describe", "--sobject", "Chat_Conversation__c");
        assertThat(described.at("/result/fields").findValuesAsText("name")).contains("External_Id__c");
        assertThat(cli.sf("org", "list", "limits").findValuesAsText("name")).contains("DailyApiRequests");
        assertThat(cli.sf("org", "list", "sobject", "record-counts", "--sobject", "Account")
                        .at("/result/0/count")
                        .asInt(-1))
                .isZero();
        assertThat(cli.say("api", "request", "rest", "/services/data/v62.0/limits/recordCount?sObjects=Lead")
                        .output())
                .contains("\"name\": \"Lead\"");
    }

    @Test
    void whatTheOrgHasNotTheCliSaysInTheOrgsWords() {
        assertThat(cli.say("data", "query", "--query", "SELECT Nme FROM Account")
                        .output())
                .contains("ERROR at Row:1:Column:8", "No such column 'Nme' on entity 'Account'");
        assertThat(cli.say("data", "search", "--query", "FIND {Acme}").output())
                .contains("The requested resource does not exist");
        assertThat(cli.say("org", "list", "metadata", "--metadata-type", "CustomObject")
                        .output())
                .contains("API is not enabled for this Organization or Partner");
    }

    private void bulk(String operation, String sobject, String file, String... more) {
        List<String> words = new ArrayList<>(
                List.of("data", operation, "bulk", "--sobject", sobject, "--file", file, "--wait", "2"));
        words.addAll(List.of(more));
        JsonNode job = cli.sf(words.toArray(String[]::new)).at("/result/jobInfo");
        assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("JobComplete");
        assertThat(job.path("numberRecordsFailed").asInt(-1)).as(job.toString()).isZero();
    }

    private String file(String name, String... lines) throws IOException {
        return Files.writeString(home.resolve(name), String.join("\n", lines) + "\n")
                .toString();
    }
}
