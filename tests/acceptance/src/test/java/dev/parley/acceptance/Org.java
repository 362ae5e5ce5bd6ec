package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;
import static dev.parley.acceptance.Json.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.SandboxOrg;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** The sandbox org, as its administrator uses it, and as a tester breaks it. */
final class Org implements AutoCloseable {

    private static final String API = "/services/data/v62.0";

    private final SandboxOrg sandbox;
    private String token;

    private Org(SandboxOrg sandbox) {
        this.sandbox = sandbox;
    }

    static Org start(Path home) {
        return new Org(SandboxOrg.start(home, 0));
    }

    /** The org that was there before, at the address that it had. */
    static Org again(Path home, String url) {
        return new Org(SandboxOrg.start(home, URI.create(url).getPort()));
    }

    String url() {
        return sandbox.url();
    }

    /** Lets the chat service of the org's company speak to a plugin. */
    void speakTo(Plugin plugin) {
        sandbox.chat().speakTo(URI.create(plugin.url()), Plugin.CHANNEL_TOKEN);
    }

    /** Makes a record and returns its id. */
    String create(String sobject, Map<String, ?> fields) {
        return asAdmin("POST", API + "/sobjects/" + sobject, MAPPER.valueToTree(fields))
                .orThrow("creating a " + sobject)
                .path("id")
                .asText();
    }

    /** The same as a user of the org. */
    Json.Reply createAs(String username, String sobject, Map<String, ?> fields) {
        String form = "grant_type=password&client_id=demo&client_secret=demo&password=demo&username="
                + URLEncoder.encode(username, StandardCharsets.UTF_8);
        String theirs = login(form);
        return Json.send(
                "POST",
                url() + API + "/sobjects/" + sobject,
                theirs,
                TYPE,
                MAPPER.valueToTree(fields).toString());
    }

    /** Changes a record, as a person would. */
    void edit(String sobject, String id, Map<String, ?> fields) {
        asAdmin("PATCH", API + "/sobjects/" + sobject + "/" + id, MAPPER.valueToTree(fields))
                .orThrow("editing a " + sobject);
    }

    void delete(String sobject, String id) {
        asAdmin("DELETE", API + "/sobjects/" + sobject + "/" + id, null).orThrow("deleting a " + sobject);
    }

    /** All records that a query finds, page after page. */
    List<JsonNode> soql(String query) {
        List<JsonNode> records = new ArrayList<>();
        String next = API + "/query?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        while (!next.isEmpty()) {
            JsonNode page = asAdmin("GET", next, null).orThrow(query);
            page.path("records").forEach(records::add);
            next = page.path("nextRecordsUrl").asText();
        }
        return records;
    }

    /** The only record that a query finds. */
    JsonNode one(String query) {
        List<JsonNode> records = soql(query);
        assertThat(records).as(query).hasSize(1);
        return records.get(0);
    }

    /** How many records {@code SELECT COUNT() FROM …} counts. */
    int count(String from) {
        String query = URLEncoder.encode("SELECT COUNT() FROM " + from, StandardCharsets.UTF_8);
        return asAdmin("GET", API + "/query?q=" + query, null)
                .orThrow(from)
                .path("totalSize")
                .asInt();
    }

    /** Merges records of one type into another one of it, as a person does in the CRM's pages. */
    void merge(String sobject, String winner, List<String> losers) {
        Map<String, ?> merge = Map.of("type", sobject, "masterId", winner, "mergedIds", losers);
        asAdmin("POST", "/sandbox/merge", MAPPER.valueToTree(merge)).orThrow("merging into " + winner);
    }

    /** Brings a record back out of the recycle bin, as a person does in the CRM's pages. */
    void undelete(String id) {
        asAdmin("POST", "/sandbox/undelete", MAPPER.valueToTree(Map.of("id", id)))
                .orThrow("undeleting " + id);
    }

    /** Converts a lead to a new contact, account and opportunity; returns their ids. */
    JsonNode convert(String leadId, String opportunity) {
        return test("POST", "convert", "{\"leadId\":\"%s\",\"opportunityName\":\"%s\"}".formatted(leadId, opportunity));
    }

    /** Deploys components, each by its path in the Metadata API's format, as an administrator does. */
    void deploy(Map<String, String> components) {
        token = token == null ? login() : token;
        JsonNode begun = Deploying.send(url() + API + "/metadata/deployRequest", token, components);
        String address = API + "/metadata/deployRequest/" + begun.path("id").asText() + "?includeDetails=true";
        JsonNode result = Awaitility.await("the deployment")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> asAdmin("GET", address, null)
                                .orThrow("the deployment")
                                .path("deployResult"),
                        deployed -> deployed.path("done").asBoolean());
        assertThat(result.path("success").asBoolean()).as(result.toString()).isTrue();
    }

    /** Gives a user a permission set. */
    void assign(String permissionSet, String username) {
        String user = one("SELECT Id FROM User WHERE Username = '" + username + "'")
                .path("Id")
                .asText();
        String set = one("SELECT Id FROM PermissionSet WHERE Name = '" + permissionSet + "'")
                .path("Id")
                .asText();
        create("PermissionSetAssignment", Map.of("AssigneeId", user, "PermissionSetId", set));
    }

    /** Person accounts from now on. */
    void switchOnPersonAccounts() {
        test("POST", "person-accounts", "");
    }

    /** Lets things go wrong, one fault a text; none lets all go well again. */
    void faults(String... faults) {
        test("PUT", "faults", "[" + String.join(",", faults) + "]");
    }

    /** Sets up assignment and duplicate rules. */
    void rules(String json) {
        test("PUT", "rules", json);
    }

    /** The calls of all clients since the last time they were forgotten, of paths with that word in them. */
    List<JsonNode> calls(String path) {
        return StreamSupport.stream(test("GET", "calls", null).spliterator(), false)
                .filter(call -> call.path("path").asText().contains(path))
                .toList();
    }

    /** What the plugin's calls have cost, as Salesforce counts. */
    int cost() {
        return calls("").stream()
                .filter(call -> call.path("client").asText().equals("parley"))
                .mapToInt(call -> call.path("cost").asInt())
                .sum();
    }

    /** What the plugin must know to send mail to the org's mail server, though the org is a sandbox. */
    String[] mailSettings() {
        return new String[] {
            "mail.host", "127.0.0.1",
            "mail.port", Integer.toString(sandbox.mail().port()),
            "mail.security", "none",
            "mail.from", "parley@parley.test",
            "mail.inSandbox", "send"
        };
    }

    /** The mails that an address got, in their order. */
    List<JsonNode> mail(String to) {
        return test("GET", "mail", null)
                .valueStream()
                .filter(mail -> mail.path("to").asText().equals(to))
                .toList();
    }

    void forgetCalls() {
        test("POST", "reset?calls=only", "");
    }

    private JsonNode test(String method, String path, String body) {
        return Json.send(method, url() + "/sandbox/" + path, null, TYPE, body).orThrow(path);
    }

    /** A fault may have ended all sessions, this one too. */
    private Json.Reply asAdmin(String method, String path, JsonNode body) {
        String text = body == null ? null : body.toString();
        token = token == null ? login() : token;
        Json.Reply reply = Json.send(method, url() + path, token, TYPE, text);
        if (reply.status() == 401) {
            token = login();
            reply = Json.send(method, url() + path, token, TYPE, text);
        }
        return reply;
    }

    private String login() {
        return login("grant_type=client_credentials&client_id=demo&client_secret=demo");
    }

    private String login(String form) {
        return Json.send("POST", url() + "/services/oauth2/token", null, "application/x-www-form-urlencoded", form)
                .orThrow("login")
                .path("access_token")
                .asText();
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
