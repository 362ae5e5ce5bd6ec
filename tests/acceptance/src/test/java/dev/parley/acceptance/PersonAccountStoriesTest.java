package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
