package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A visitor was cut off yesterday: today a seller is to write to them, once, unless they came back. */
class FollowUpStoriesTest {
    @RegisterExtension
    static final Installation PARLEY = Installation.with("source.site.mode", "handoff");

    private static final String ROUTING =
            """
            rules:
              - { name: nothing, when: 'qualification.score > 1000', offer: [team] }
            followUp: { to: [account-owner, team] }
            pools:
              team:
                sellers: [{ email: rut@late.example }]
            """;

    private static String rut;

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();
    private ParleySays stream;

    @BeforeAll
    static void aSeller() throws IOException {
        String role = PARLEY.org()
                .one("SELECT Id FROM UserRole WHERE DeveloperName = 'Sales'")
                .path("Id")
                .asText();
        rut = PARLEY.org()
                .create(
                        "User",
                        Map.of(
                                "Username",
                                "rut@late.example",
                                "LastName",
                                "Rut",
                                "Email",
                                "rut@late.example",
                                "Alias",
                                "rut",
                                "UserRoleId",
                                role));
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Files.writeString(mappings.resolve("routing.yaml"), ROUTING);
        PARLEY.plugin()
                .with(PARLEY.org().mailSettings())
                .restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    @BeforeEach
    void listen() {
        stream = new ParleySays(PARLEY.plugin());
    }

    @AfterEach
    void hangUp() {
        stream.close();
    }

    @Test
    void whoWasCutOffYesterdayIsATaskAndAMailOfASellerTodayAndOnce() {
        Chat chat = cutOff("lost");
        chats.post(chat);
        JsonNode due = stream.await(chat, "follow-up.due", 1);
        assertThat(due.at("/to/id").asText()).isEqualTo(rut);
        assertThat(due.path("reason").asText()).isEqualTo("dropped");

        String task = "SELECT OwnerId, Status, Subject FROM Task WHERE Chat_Key__c = '" + chat.externalId()
                + ":follow-up:" + due.path("key").asText() + "'";
        await("the task").atMost(Duration.ofMinutes(3)).until(() -> !org.soql(task)
                .isEmpty());
        assertThat(org.one(task).path("OwnerId").asText()).isEqualTo(rut);
        assertThat(org.one(task).path("Subject").asText()).contains("Kim lost");
        assertThat(status(chat)).isEqualTo("Followed up");
        await("the mail").atMost(Duration.ofMinutes(3)).until(() -> !mails("lost")
                .isEmpty());

        PARLEY.plugin().kill();
        PARLEY.plugin().start();
        stream.close();
        stream = new ParleySays(PARLEY.plugin());
        Chat later = cutOff("later");
        chats.post(later);
        stream.await(later, "follow-up.due", 1);
        await("the later mail").atMost(Duration.ofMinutes(3)).until(() -> !mails("later")
                .isEmpty());
        assertThat(mails("lost")).as("of the first one, after a kill").hasSize(1);
    }

    @Test
    void whoCameBackIsNotWrittenTo() {
        Chat back = Chat.of("back-again")
                .started(visitor("back"))
                .visitor("Here I am again: do you ship to Finland?")
                .agent("Yes, within a week.");
        chats.post(back);
        Chat lost = cutOff("back");
        chats.post(lost);
        Chat other = cutOff("other");
        chats.post(other);

        stream.await(other, "follow-up.due", 1);
        chats.awaitDelivery(lost);
        assertThat(status(lost)).isEmpty();
        assertThat(stream.all(lost, "follow-up.due")).isEmpty();
        assertThat(mails("back")).isEmpty();
    }

    /** Late in the evening, by the clock of those who always work; what follows comes a second later each. */
    private static Chat cutOff(String name) {
        Instant evening = Instant.now().truncatedTo(ChronoUnit.DAYS).minusSeconds(5);
        return Chat.begun("left-" + name, evening)
                .started(visitor(name))
                .visitor("Do you ship to Finland, and what does it cost for a whole pallet?")
                .event("chat.conversation.closed", Map.of("by", "system", "reason", "dropped"));
    }

    private static Map<String, String> visitor(String name) {
        return Map.of("name", "Kim " + name, "email", "kim@" + name + ".example", "company", name);
    }

    private String status(Chat chat) {
        String query =
                "SELECT Handoff_Status__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'";
        return org.one(query).path("Handoff_Status__c").asText("");
    }

    private List<JsonNode> mails(String name) {
        return org.mail("rut@late.example").stream()
                .filter(mail -> mail.path("subject").asText().contains("Kim " + name))
                .toList();
    }
}
