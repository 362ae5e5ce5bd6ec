package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In an org with person accounts a visitor who is one is found, and their contact gets the conversation. */
class PersonAccountStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @BeforeAll
    static void theOrgHasPersonAccounts() throws IOException {
        PARLEY.org().switchOnPersonAccounts();
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        copy(Plugin.project("mappings"), mappings);
        Path identity = mappings.resolve("identity.yaml");
        String shipped = Files.readString(identity);
        Files.writeString(identity, shipped.replace("personAccounts: false", "personAccounts: true"));
        PARLEY.plugin().restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    @Test
    void theConversationBelongsToTheAccountAndItsContactAndNoLeadIsMade() {
        String account = mina("mina@ek.example", "+46 70 740 60 05");
        JsonNode person = org.one("SELECT PersonContactId FROM Account WHERE Id = '" + account + "'");
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
            assertThat(conversation.path("Account__c").asText()).isEqualTo(account);
            assertThat(conversation.path("Contact__c")).isEqualTo(person.path("PersonContactId"));
            assertThat(conversation.path("Lead__c").isNull()).isTrue();
            assertThat(conversation.path("Match_Decision__c").asText()).isEqualTo("Auto");
            assertThat(chats.deadLetters(chat)).isEmpty();
        }
        assertThat(org.count("Lead")).isZero();
        assertThat(org.one("SELECT Phone FROM Account WHERE Id = '" + account + "'")
                        .path("Phone")
                        .isNull())
                .as("the person's own record is left alone")
                .isTrue();
    }

    @Test
    void anAddressThatChangesInTheCrmIsFoundByTheNewOne() {
        String account = mina("old@berg.example", "+46 70 740 60 06");
        chats.tell(Chat.of("change-0")
                .started(Map.of("id", "nobody"))
                .visitor("Hello")
                .closed());
        org.edit("Account", account, Map.of("PersonEmail", "new@berg.example"));
        Chat chat = Chat.of("change-1")
                .started(Map.of("name", "Mina Ek", "email", "new@berg.example"))
                .visitor("It is me")
                .closed();

        chats.tell(chat);

        assertThat(org.one("SELECT Account__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId()
                                + "'")
                        .path("Account__c")
                        .asText())
                .isEqualTo(account);
    }

    private String mina(String email, String mobile) {
        return org.create(
                "Account",
                Map.of("FirstName", "Mina", "LastName", "Ek", "PersonEmail", email, "PersonMobilePhone", mobile));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
