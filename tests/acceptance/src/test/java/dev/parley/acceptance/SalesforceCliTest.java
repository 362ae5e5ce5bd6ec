package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.SandboxOrg;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox org is an org to the Salesforce CLI too: what is deployed there, installed and taken out again. */
class SalesforceCliTest {
    private static final String ADMIN = "admin@parley.example";
    private static final Path PACKAGE = Path.of(System.getProperty("parley.project"), "plugin-manifest", "salesforce")
            .toAbsolutePath()
            .normalize();

    @TempDir
    Path home;

    private SalesforceCli cli;

    @BeforeEach
    void requireCli() {
        cli = SalesforceCli.installed(home.resolve("user"));
    }

    @Test
    void anAdministratorLogsInDeploysAndWorksByTheCli() throws IOException {
        try (SandboxOrg org = SandboxOrg.start(home.resolve("org"), 0)) {
            assertThat(cli.login(org.url()).at("/result/username").asText()).isEqualTo(ADMIN);
            whatIsWrongIsNamed();
            whatIsNewIsValidatedAndThenDeployed();
            whatIsNewIsThere();
            thePackageComesBesideItAndItsExamplesToo();
            itsTranslationsComeWhole();
            recordsAreMadeAskedForAndImported();
        }
    }

    @Test
    void thePackageIsInstalledInAnEmptyOrgAndTakenOutAgain() throws IOException {
        Path nothing = Files.createDirectories(home.resolve("nothing"));
        try (SandboxOrg org = SandboxOrg.start(home.resolve("org"), 0, nothing)) {
            cli.login(org.url());
            JsonNode installed = cli.deploy(PACKAGE, "force-app/main");
            assertThat(installed.at("/result/status").asText()).isEqualTo("Succeeded");
            assertThat(states(installed)).contains("Created");
            cli.sf("org", "assign", "permset", "--name", "Chat_History_Viewer");
            String account = made("Account", "Name=Stays");
            made("Chat_Conversation__c", "External_Id__c=web:1 Source__c=web Account__c=" + account);

            whatIsToGoIsListed();
            JsonNode held = uninstall();
            assertThat(held.path("status").asInt()).isEqualTo(1);
            assertThat(held.toString()).contains("This permission set is assigned to users");

            takePermissionSetsAway();
            assertThat(uninstall().at("/result/status").asText()).isEqualTo("Succeeded");
            nothingOfItIsLeft();
        }
    }

    /** As the package's README says, but the lists lie outside the project's folder. */
    private void whatIsToGoIsListed() throws IOException {
        NodePackage.Outcome listed = cli.run(
                PACKAGE,
                "project",
                "generate",
                "manifest",
                "--source-dir",
                "force-app/main",
                "--type",
                "destroy",
                "--output-dir",
                home.toString());
        assertThat(listed.status()).as(listed.output()).isZero();
        Files.writeString(
                home.resolve("package.xml"),
                "<Package xmlns=\"http://soap.sforce.com/2006/04/metadata\"><version>62.0</version></Package>");
    }

    private JsonNode uninstall() {
        return SalesforceCli.json(cli.run(
                PACKAGE,
                "project",
                "deploy",
                "start",
                "--manifest",
                home.resolve("package.xml").toString(),
                "--post-destructive-changes",
                home.resolve("destructiveChanges.xml").toString(),
                "--target-org",
                "local",
                "--json"));
    }

    private void takePermissionSetsAway() {
        cli.query("SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Chat_%'")
                .at("/result/records")
                .forEach(each -> cli.sf(
                        "data",
                        "delete",
                        "record",
                        "--sobject",
                        "PermissionSetAssignment",
                        "--record-id",
                        each.path("Id").asText()));
    }

    private void nothingOfItIsLeft() {
        NodePackage.Outcome gone = cli.say("data", "query", "--query", "SELECT Id FROM Chat_Conversation__c");
        assertThat(gone.status()).isNotZero();
        assertThat(gone.output()).contains("sObject type 'Chat_Conversation__c' is not supported");
        assertThat(cli.query("SELECT Id FROM PermissionSet WHERE Name LIKE 'Chat_%'")
                        .at("/result/totalSize")
                        .asInt())
                .isZero();
        assertThat(cli.query("SELECT Name FROM Account").findValuesAsText("Name"))
                .containsExactly("Stays");
        JsonNode lead = cli.sf("sobject", "describe", "--sobject", "Lead");
        assertThat(lead.at("/result/fields").findValuesAsText("name")).doesNotContain("Chat_Visitor_Id__c");
    }

    private void whatIsWrongIsNamed() {
        JsonNode refused = cli.deploy(cli.folder(), "wrong");
        assertThat(refused.at("/status").asInt()).isEqualTo(1);
        assertThat(refused.toString()).contains("no CustomField named Account.Nothing_Like_It__c found");
    }

    /** What a dry run finds good is deployed by its id, as the CLI proposes. */
    private void whatIsNewIsValidatedAndThenDeployed() {
        JsonNode tried = cli.deploy(cli.folder(), "addition", "--dry-run");
        assertThat(tried.at("/result/checkOnly").asBoolean()).isTrue();
        assertThat(cli.say("data", "query", "--query", "SELECT Id FROM Chat_Note__c")
                        .status())
                .isNotZero();
        JsonNode quick = cli.sf(
                "project", "deploy", "quick", "--job-id", tried.at("/result/id").asText());
        assertThat(quick.at("/result/status").asText()).isEqualTo("Succeeded");
    }

    private void whatIsNewIsThere() {
        String account = made("Account", "Name=New Segment__c=Steel");
        made("Chat_Note__c", "Name=First Account__c=" + account);
        JsonNode notes = cli.query("SELECT Name, Account__r.Segment__c FROM Chat_Note__c");
        assertThat(notes.at("/result/records/0/Account__r/Segment__c").asText()).isEqualTo("Steel");
        assertThat(cli.query("SELECT Name, (SELECT Name FROM Chat_Notes__r) FROM Account")
                        .findValuesAsText("Name"))
                .contains("New", "First");
    }

    /** The package of this project is there already: to deploy it is an upgrade beside what the org has of its own. */
    private void thePackageComesBesideItAndItsExamplesToo() {
        JsonNode whole = cli.deploy(PACKAGE, "force-app/main");
        assertThat(whole.at("/result/status").asText()).isEqualTo("Succeeded");
        assertThat(whole.at("/result/numberComponentErrors").asInt()).isZero();
        assertThat(states(whole)).containsExactly("Changed");
        assertThat(whole.at("/result/numberComponentsTotal").asInt()).isGreaterThan(100);
        JsonNode examples = cli.deploy(PACKAGE, "examples");
        assertThat(examples.at("/result/status").asText()).isEqualTo("Succeeded");
        assertThat(examples.at("/result/numberComponentsTotal").asInt()).isGreaterThan(10);
        assertThat(cli.query("SELECT Segment__c, (SELECT Id FROM Chat_Notes__r) FROM Account")
                        .at("/result/records/0/Segment__c")
                        .asText())
                .isEqualTo("Steel");
    }

    /** The org keeps them as they came: the CLI has put together what the project has apart. */
    private void itsTranslationsComeWhole() throws IOException {
        JsonNode translations = cli.deploy(PACKAGE, "force-app/translations");
        assertThat(translations.at("/result/status").asText()).isEqualTo("Succeeded");
        assertThat(translations.at("/result/numberComponentErrors").asInt()).isZero();
        Path kept = home.resolve("org/deployed/other");
        for (String language : new String[] {"de", "fa", "sv", "zh_CN"}) {
            assertThat(kept.resolve("translations/" + language + ".translation"))
                    .content()
                    .contains("<name>Chat_Accept</name>");
            assertThat(kept.resolve("objectTranslations/Chat_Conversation__c-" + language + ".objectTranslation"))
                    .content()
                    .containsOnlyOnce("<name>Channel__c</name>")
                    .containsOnlyOnce("<masterLabel>Offered</masterLabel>")
                    .contains("<picklistValues>");
        }
    }

    private void recordsAreMadeAskedForAndImported() {
        assertThat(cli.sf("data", "import", "tree", "--files", "data/Account.json")
                        .at("/result")
                        .size())
                .isEqualTo(3);
        assertThat(cli.query("SELECT Id FROM Contact WHERE Account.Name = 'Acme'")
                        .at("/result/totalSize")
                        .asInt())
                .isEqualTo(2);
        String table = cli.say("data", "query", "--query", "SELECT Name, Owner.Name FROM Account WHERE Name = 'Acme'")
                .output();
        assertThat(table).contains("OWNER.NAME", "Ada Admin");
        cli.sf("org", "assign", "permset", "--name", "Chat_Notes");
        assertThat(cli.query("SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Username = '"
                                + ADMIN + "'")
                        .findValuesAsText("Name"))
                .contains("Chat_Notes");
    }

    /** Whether what was deployed is new, as the CLI says it of each file. */
    private static Set<String> states(JsonNode deployed) {
        return new HashSet<>(deployed.at("/result/files").findValuesAsText("state"));
    }

    private String made(String sobject, String values) {
        return cli.sf("data", "create", "record", "--sobject", sobject, "--values", values)
                .at("/result/id")
                .asText();
    }
}
