package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A visitor asks for a person, and sellers are asked by mail and down the stream until one of them takes it. */
class OfferStoriesTest {
    @RegisterExtension
    static final Installation PARLEY =
            Installation.with("source.site.mode", "handoff", "corrections.interval", "200ms");

    private static final String ROUTING =
            """
            accept: PT1M
            rules:
              - { name: asks for a person, when: '"wants-human" in qualification.functions', offer: [account-owner, team] }
            escalation: { mail: desk@offers.example }
            pools:
              team:
                sellers:
                  - { email: maja@offers.example, capacity: 20 }
                  - { email: tobias@offers.example, capacity: 20 }
            """;

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static String maja;

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();
    private ParleySays stream;

    @BeforeAll
    static void aTeam() throws IOException {
        maja = user("maja");
        user("tobias");
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Files.writeString(mappings.resolve("routing.yaml"), ROUTING);
        PARLEY.plugin()
                .with(PARLEY.org().mailSettings())
                .restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    /** Below Parley's own user, as its guide says: else it may not change their tasks. */
    private static String user(String name) {
        String address = name + "@offers.example";
        String role = PARLEY.org()
                .one("SELECT Id FROM UserRole WHERE DeveloperName = 'Sales'")
                .path("Id")
                .asText();
        String user = PARLEY.org()
                .create(
                        "User",
                        Map.of(
                                "Username",
                                address,
                                "LastName",
                                name,
                                "Email",
                                address,
                                "Alias",
                                name,
                                "UserRoleId",
                                role));
        String permissions = PARLEY.org()
                .one("SELECT Id FROM PermissionSet WHERE Name = 'Chat_Handoff_Seller'")
                .path("Id")
                .asText();
        PARLEY.org().create("PermissionSetAssignment", Map.of("AssigneeId", user, "PermissionSetId", permissions));
        return user;
    }

    @BeforeEach
    void listen() {
        stream = new ParleySays(PARLEY.plugin());
    }

    @AfterEach
    void hangUp() {
        stream.close();
    }

    /** A type of content says nothing where there is none; a form in parts is no answer to an offer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            GET  | /v1/handoffs/none | application/x-www-form-urlencoded | 404
            GET  | /openapi.yaml     | application/x-www-form-urlencoded | 200
            POST | /v1/handoffs/none | multipart/form-data               | 400
            """)
    void aFormThatIsNoneIsNoFaultOfTheServer(String method, String path, String type, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(PARLEY.plugin().url() + path))
                .header("Content-Type", type)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("a=b"))
                .build();

        assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
    }

    @Test
    void theFirstAnswerTakesItAndTheSecondHearsSo() throws Exception {
        Chat chat = asking("taken");
        chats.post(chat);
        JsonNode offer = stream.await(chat, "handoff.offered", 1);
        String seller = offer.at("/to/email").asText();
        String url = offer.path("url").asText();
        assertThat(url).startsWith(PARLEY.plugin().url() + "/v1/handoffs/");
        assertThat(offer.has("among")).as("who else could have been asked").isFalse();

        JsonNode mail = mailOf(seller, "taken");
        assertThat(mail.path("text").asText()).contains(url, "pricing");
        assertThat(mail.path("html").asText()).contains(url, "pricing");
        assertThat(visit(url, null).body()).contains("pricing", "<form");
        assertThat(visit(url, null).statusCode()).isEqualTo(200);
        awaitStatus(chat, "Offered");

        assertThat(visit(url, "decision=accept").statusCode()).isEqualTo(200);
        assertThat(visit(url, "decision=accept").statusCode()).isEqualTo(409);
        assertThat(visit(url, null).statusCode()).isEqualTo(409);
        assertThat(stream.await(chat, "handoff.accepted", 1).at("/to/email").asText())
                .isEqualTo(seller);

        JsonNode record = awaitStatus(chat, "Accepted");
        String user = user(record);
        assertThat(record.at("/Handoff_To__r/Email").asText()).isEqualTo(seller);
        assertThat(record.path("OwnerId").asText()).isEqualTo(user);
        JsonNode task = task(chat);
        assertThat(task.path("OwnerId").asText()).isEqualTo(user);
        assertThat(task.path("Status").asText()).isEqualTo("In Progress");
        assertThat(stream.all(chat, "handoff.offered")).hasSize(1);
    }

    @Test
    void whatRunsOutGoesToTheNextAndWhatNobodyTakesIsEscalated() throws Exception {
        Chat chat = asking("nobody");
        chats.post(chat);
        JsonNode first = stream.await(chat, "handoff.offered", 1);
        JsonNode second = stream.await(chat, "handoff.offered", 2);
        assertThat(stream.await(chat, "handoff.expired", 1).path("escalated").asBoolean())
                .isFalse();
        assertThat(second.at("/to/email")).isNotEqualTo(first.at("/to/email"));
        assertThat(visit(first.path("url").asText(), "decision=accept").statusCode())
                .as("too late")
                .isEqualTo(410);

        assertThat(visit(second.path("url").asText(), "decision=decline").statusCode())
                .isEqualTo(200);
        stream.await(chat, "handoff.declined", 1);
        assertThat(stream.await(chat, "handoff.expired", 2).path("escalated").asBoolean())
                .isTrue();
        assertThat(mailOf("desk@offers.example", "nobody").path("text").asText())
                .contains("pricing");
        awaitStatus(chat, "Escalated");
        assertThat(task(chat).path("Status").asText()).isEqualTo("Completed");
    }

    @Test
    void anOfferOutlivesAKillAndIsMadeOnce() throws Exception {
        Chat chat = asking("killed");
        chats.post(chat);
        JsonNode offer = stream.await(chat, "handoff.offered", 1);
        PARLEY.plugin().kill();
        PARLEY.plugin().start();
        stream.close();
        stream = new ParleySays(PARLEY.plugin());

        assertThat(visit(offer.path("url").asText(), "decision=accept").statusCode())
                .isEqualTo(200);
        stream.await(chat, "handoff.accepted", 1);
        awaitStatus(chat, "Accepted");
        String seller = offer.at("/to/email").asText();
        assertThat(mails(seller, "killed"))
                .as("killed before it was written, nobody needs it once they have accepted")
                .hasSizeLessThanOrEqualTo(1);
        assertThat(stream.all(chat, "handoff.offered").stream()
                        .filter(again -> !again.path("offer").equals(offer.path("offer"))))
                .as("no second offer")
                .isEmpty();
    }

    @Test
    void whatWasSaidJustBeforeAKillIsOfferedAfterwards() {
        Chat chat = asking("early");
        chats.post(chat);
        PARLEY.plugin().kill();
        PARLEY.plugin().start();
        stream.close();
        stream = new ParleySays(PARLEY.plugin());

        JsonNode offer = stream.await(chat, "handoff.offered", 1);
        mailOf(offer.at("/to/email").asText(), "early");
    }

    @Test
    void aCommandInTheCrmAnswersForWhoWasAskedAndForNobodyElse() {
        Customer customer = ownedByMaja("commanding");
        Chat chat = Chat.of("offer-command")
                .started(customer.person())
                .visitor("I would like to talk to a person about pricing, please.");
        chats.post(chat);
        assertThat(stream.await(chat, "handoff.offered", 1).at("/to/id").asText())
                .isEqualTo(maja);
        String conversation = awaitStatus(chat, "Offered").path("Id").asText();

        assertThat(said(org.create("Chat_Command__c", command(conversation, "Accept")), "Refused"))
                .contains("You were not asked");
        assertThat(said(commandOf("maja", conversation, "Accept"), "Done")).contains("You have taken");
        assertThat(said(commandOf("maja", conversation, "Decline"), "Refused")).contains("had taken");
        stream.await(chat, "handoff.accepted", 1);
        JsonNode record = awaitStatus(chat, "Accepted");
        assertThat(record.path("Handoff_To__c").asText()).isEqualTo(maja);
        assertThat(stream.all(chat, "handoff.declined")).isEmpty();
    }

    @Test
    void aCommandPassesItOn() {
        Customer customer = ownedByMaja("passing");
        Chat chat = Chat.of("offer-pass")
                .started(customer.person())
                .visitor("I would like to talk to a person about pricing, please.");
        chats.post(chat);
        stream.await(chat, "handoff.offered", 1);
        String conversation = awaitStatus(chat, "Offered").path("Id").asText();

        assertThat(said(commandOf("maja", conversation, "Decline"), "Done")).contains("somebody else is asked");
        assertThat(stream.await(chat, "handoff.offered", 2).at("/to/email").asText())
                .isEqualTo("tobias@offers.example");
    }

    /** A customer of hers, once Parley has heard so: it owns their conversations in her name then. */
    private Customer ownedByMaja(String name) {
        Customer customer = Customer.with(org, name);
        org.edit("Account", customer.account(), Map.of("OwnerId", maja));
        org.edit("Opportunity", customer.opportunity(), Map.of("OwnerId", maja));
        Chat before = Chat.of("before-" + name).started(customer.person()).visitor("Hello");
        chats.tell(before);
        String hers = "Chat_Conversation__c WHERE External_Id__c = '" + before.externalId() + "' AND OwnerId = '" + maja
                + "'";
        await("Parley has heard whose customer it is")
                .atMost(Duration.ofMinutes(2))
                .until(() -> org.count(hers) == 1);
        return customer;
    }

    private String commandOf(String name, String conversation, String action) {
        return org.createAs(name + "@offers.example", "Chat_Command__c", command(conversation, action))
                .orThrow("the command of " + name)
                .path("id")
                .asText();
    }

    private static Map<String, String> command(String conversation, String action) {
        return Map.of("Conversation__c", conversation, "Action__c", action);
    }

    /** What is said on a command that ended so. */
    private String said(String command, String status) {
        String query = "SELECT Status__c, Result__c FROM Chat_Command__c WHERE Id = '" + command + "'";
        JsonNode done = await("the command is taken up")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> org.one(query),
                        now -> !now.path("Status__c").asText().equals("New"));
        assertThat(done.path("Status__c").asText()).as(done.toString()).isEqualTo(status);
        return done.path("Result__c").asText();
    }

    private static Chat asking(String name) {
        return Chat.of("offer-" + name)
                .started(Map.of("name", "Kim " + name, "email", "kim@" + name + ".example", "company", name))
                .visitor("I would like to talk to a person about pricing, please.");
    }

    /** The only mail about that visitor. */
    private JsonNode mailOf(String recipient, String name) {
        await("mail of " + recipient).atMost(Duration.ofMinutes(1)).until(() -> !mails(recipient, name)
                .isEmpty());
        assertThat(mails(recipient, name)).hasSize(1);
        return mails(recipient, name).get(0);
    }

    /** Each once, however often it was sent: one that was not marked before a kill goes out again. */
    private List<JsonNode> mails(String recipient, String name) {
        return List.copyOf(org.mail(recipient).stream()
                .filter(mail -> mail.path("subject").asText().contains("Kim " + name))
                .collect(Collectors.toMap(mail -> mail.path("id").asText(), mail -> mail, (one, same) -> one))
                .values());
    }

    private static HttpResponse<String> visit(String url, String form) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode awaitStatus(Chat chat, String status) {
        String query = "SELECT Id, OwnerId, Handoff_Status__c, Handoff_To__c, Handoff_To__r.Email"
                + " FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'";
        await(chat.id() + " is " + status).atMost(Duration.ofMinutes(2)).until(() -> org.soql(query).stream()
                .anyMatch(record -> record.path("Handoff_Status__c").asText().equals(status)));
        chats.awaitDelivery(chat);
        return org.one(query);
    }

    private static String user(JsonNode record) {
        return record.path("Handoff_To__c").asText();
    }

    private JsonNode task(Chat chat) {
        return org.one("SELECT OwnerId, Status FROM Task WHERE Chat_Key__c = '" + chat.externalId() + ":handoff'");
    }
}
