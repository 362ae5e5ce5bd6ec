package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In an org with person accounts a visitor who is one is found, and their contact gets the conversation. */
class PersonAccountStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    private static String mina;
    private static String moving;

    @BeforeAll
    static void theOrgHasPersonAccounts() throws IOException {
        PARLEY.org().switchOnPersonAccounts();
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Path identity = mappings.resolve("identity.yaml");
        String shipped = Files.readString(identity);
        Files.writeString(identity, shipped.replace("personAccounts: false", "personAccounts: true"));
        mina = person("mina@ek.example", "+46 70 740 60 05");
        moving = person("old@berg.example", "+46 70 740 60 06");
        PARLEY.plugin().restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
        // Once this has come through, the server knows who is in the org.
        PARLEY.chats()
                .tell(Chat.of("nobody")
                        .started(Map.of("id", "nobody"))
                        .visitor("Hello")
                        .closed());
    }

    @Test
    void theConversationBelongsToTheAccountAndItsContactAndNoLeadIsMade() {
        JsonNode person = org.one("SELECT PersonContactId FROM Account WHERE Id = '" + mina + "'");
        Chat byMail = Chat.of("mail-1")
                .started(Map.of("name", "Mina Ek", "email", "mina@ek.example", "phone", "+46 8 465 004 30"))
                .visitor("Where is my parcel?")
                .closed();
        Chat byPhone = Chat.of("phone-1")
                .started(Map.of("name", "Mina Ek", "phone", "070-740 60 05", "country", "SE"))
                .visitor("And the second one?")
                .closed();

        chats.tell(byMail, byPhone);

        for (Chat chat : new Chat[] {byMail, byPhone}) {
            JsonNode conversation = org.one("SELECT Account__c, Contact__c, Lead__c, Match_Decision__c"
                    + " FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'");
            assertThat(conversation.path("Account__c").asText()).isEqualTo(mina);
            assertThat(conversation.path("Contact__c")).isEqualTo(person.path("PersonContactId"));
            assertThat(conversation.path("Lead__c").isNull()).isTrue();
            assertThat(conversation.path("Match_Decision__c").asText()).isEqualTo("Auto");
            assertThat(chats.deadLetters(chat)).isEmpty();
        }
        assertThat(org.count("Lead WHERE Email = 'mina@ek.example' OR Phone = '+46707406005'"))
                .isZero();
        assertThat(org.one("SELECT Phone FROM Account WHERE Id = '" + mina + "'")
                        .path("Phone")
                        .isNull())
                .as("the person's own record is left alone")
                .isTrue();
    }

    @Test
    void anAddressThatChangesInTheCrmIsFoundByTheNewOne() {
        org.edit("Account", moving, Map.of("PersonEmail", "new@berg.example"));
        Chat chat = Chat.of("change-1")
                .started(Map.of("name", "Mina Ek", "email", "new@berg.example"))
                .visitor("It is me")
                .closed();

        chats.tell(chat);

        Awaitility.await("the account by its new address")
                .atMost(Duration.ofMinutes(1))
                .until(() -> org.one("SELECT Account__c FROM Chat_Conversation__c WHERE External_Id__c = '"
                                + chat.externalId() + "'")
                        .path("Account__c")
                        .asText()
                        .equals(moving));
    }

    @Test
    void ofTwoThatAreMergedTheOneThatStaysKeepsTheConversationAndWhatIsSaidLater() {
        String winner = person("kim@stays.example", "+46 70 740 60 07");
        String loser = person("kim@goes.example", "+46 70 740 60 08");
        Chat chat = Chat.of("merge-1")
                .started(Map.of("name", "Mina Ek", "email", "kim@goes.example"))
                .visitor("Where is my parcel?");
        chats.tell(chat);
        awaitAccount(chat, loser);

        org.merge("Account", winner, List.of(loser));

        awaitAccount(chat, winner);
        chats.tell(chat.visitor("And the second one?").closed());
        Chat next = Chat.of("merge-2")
                .started(Map.of("name", "Mina Ek", "email", "kim@goes.example"))
                .visitor("It is me again")
                .closed();
        chats.tell(next);
        for (Chat each : List.of(chat, next)) {
            awaitAccount(each, winner);
            assertThat(conversation(each).path("Contact__c").asText())
                    .as(each.externalId())
                    .isEqualTo(contactOf(winner));
            assertThat(conversation(each).path("Lead__c").isNull()).isTrue();
            assertThat(chats.deadLetters(each)).isEmpty();
        }
        assertThat(org.one("SELECT Body__c FROM Chat_Transcript_Part__c WHERE Conversation__r.Account__c = '" + winner
                                + "' AND Conversation__r.External_Id__c = '" + chat.externalId() + "'")
                        .path("Body__c")
                        .asText())
                .contains("Where is my parcel?", "And the second one?");
    }

    @Test
    void theConversationOfALeadWithoutACompanyFollowsItToThePersonThatItBecomes() {
        String lead = org.create("Lead", Map.of("LastName", "Ek", "FirstName", "Bo", "Email", "bo@ek.example"));
        Chat chat = Chat.of("convert-1")
                .started(Map.of("name", "Bo Ek", "email", "bo@ek.example"))
                .visitor("Do you deliver on Saturdays?")
                .closed();
        chats.tell(chat);
        Awaitility.await("the lead")
                .atMost(Duration.ofMinutes(1))
                .until(() -> conversation(chat).path("Lead__c").asText().equals(lead));
        assertThat(org.one("SELECT Company FROM Lead WHERE Id = '" + lead + "'")
                        .path("Company")
                        .isNull())
                .as("a company would make them a company")
                .isTrue();

        String account = org.convert(lead, "A delivery").path("accountId").asText();

        awaitAccount(chat, account);
        assertThat(conversation(chat).path("Contact__c").asText()).isEqualTo(contactOf(account));
        Chat next = Chat.of("convert-2")
                .started(Map.of("name", "Bo Ek", "email", "bo@ek.example"))
                .visitor("Thank you")
                .closed();
        chats.tell(next);
        awaitAccount(next, account);
        assertThat(conversation(next).path("Contact__c").asText()).isEqualTo(contactOf(account));
        assertThat(org.count("Lead WHERE Email = 'bo@ek.example'")).isEqualTo(1);
    }

    private void awaitAccount(Chat chat, String account) {
        Awaitility.await("the account of " + chat.externalId())
                .atMost(Duration.ofMinutes(1))
                .until(() -> conversation(chat).path("Account__c").asText().equals(account));
    }

    private JsonNode conversation(Chat chat) {
        return org.one("SELECT Account__c, Contact__c, Lead__c FROM Chat_Conversation__c WHERE External_Id__c = '"
                + chat.externalId() + "'");
    }

    private String contactOf(String account) {
        return org.one("SELECT PersonContactId FROM Account WHERE Id = '" + account + "'")
                .path("PersonContactId")
                .asText();
    }

    private static String person(String email, String mobile) {
        return PARLEY.org()
                .create(
                        "Account",
                        Map.of(
                                "FirstName",
                                "Mina",
                                "LastName",
                                "Ek",
                                "PersonEmail",
                                email,
                                "PersonMobilePhone",
                                mobile));
    }
}
