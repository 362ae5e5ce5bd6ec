package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where the policy says so, a visitor who wants to buy makes an opportunity of an account that has none. */
class WishToBuyStoriesTest {

    private static final String DECIDED = "We decided to buy. Please send us the contract to sign.";

    @RegisterExtension
    static final Installation PARLEY = Installation.with("corrections.interval", "200ms");

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @BeforeAll
    static void opportunitiesAreMade() throws IOException {
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Path identity = mappings.resolve("identity.yaml");
        String shipped = Files.readString(identity);
        String making = shipped.replace("onBuyingSignal: nothing", "onBuyingSignal: make");
        assertThat(making).isNotEqualTo(shipped);
        Files.writeString(identity, making);
        PARLEY.plugin().restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    @Test
    void twoColleaguesAtOnceMakeOneAndBothTalksBelongToItAlsoAfterARestart() {
        String account = account("together");
        String kim = org.create(
                "Contact", Map.of("LastName", "Holm", "Email", "kim@together.example", "AccountId", account));
        Chat one = wants("together-1", "kim@together.example");
        Chat other = wants("together-2", "lo@together.example");

        Stream.of(one, other).parallel().forEach(chats::post);
        chats.awaitDelivery(one, other);

        JsonNode made = made(account);
        assertThat(made.path("StageName").asText()).isEqualTo("Prospecting");
        assertThat(made.path("Chat_Key__c").asText()).isEqualTo(account + ":1");
        assertThat(made.path("Name").asText()).startsWith("together, chat of 20");
        for (Chat chat : new Chat[] {one, other}) {
            assertThat(conversation(chat).path("Opportunity__c")).isEqualTo(made.path("Id"));
            assertThat(chats.deadLetters(chat)).isEmpty();
        }
        assertThat(org.count("OpportunityContactRole WHERE OpportunityId = '"
                        + made.path("Id").asText() + "' AND ContactId = '" + kim + "'"))
                .isEqualTo(1);

        PARLEY.plugin().kill();
        PARLEY.plugin().start();
        Chat third = wants("together-3", "mia@together.example");
        chats.tell(third, one.visitor("And soon, please.").closed());

        assertThat(made(account).path("Id")).isEqualTo(made.path("Id"));
        assertThat(conversation(third).path("Opportunity__c")).isEqualTo(made.path("Id"));
    }

    @Test
    void theRecordSaysWhichLineMadeIt() throws Exception {
        String account = account("reasons");
        Chat chat = wants("reasons-1", "kim@reasons.example");
        chats.tell(chat);
        made(account);

        var why = PARLEY.plugin()
                .command("mappings", "why", made(account).path("Id").asText(), "--json");

        assertThat(why.output()).contains("salesforce/opportunity.yaml:", "StageName");
    }

    @Test
    void aTalkWhoseLinkWasUndoneMakesNoOtherOne() {
        String account = account("undone");
        Chat chat = wants("undone-1", "kim@undone.example");
        chats.tell(chat);
        made(account);
        String command = org.create(
                "Chat_Command__c",
                Map.of(
                        "Action__c",
                        "Undo",
                        "Conversation__c",
                        conversation(chat).path("Id").asText()));
        Awaitility.await("the undoing")
                .atMost(Duration.ofMinutes(1))
                .until(() -> conversation(chat).path("Opportunity__c").isNull());

        chats.tell(chat.visitor(DECIDED).closed());

        assertThat(conversation(chat).path("Opportunity__c").isNull())
                .as(command)
                .isTrue();
        made(account);
    }

    @Test
    void onceItIsClosedTheSameTalkMakesNoneAndANewWishMakesTheNext() {
        String account = account("again");
        Chat chat = wants("again-1", "kim@again.example");
        chats.tell(chat);
        org.edit("Opportunity", made(account).path("Id").asText(), Map.of("StageName", "Closed Lost"));

        chats.tell(chat.visitor(DECIDED).closed());
        made(account);
        Chat next = wants("again-2", "kim@again.example");
        chats.tell(next);

        JsonNode second = org.one(
                "SELECT Id, Chat_Key__c FROM Opportunity WHERE AccountId = '" + account + "' AND IsClosed = false");
        assertThat(second.path("Chat_Key__c").asText()).isEqualTo(account + ":2");
        assertThat(conversation(next).path("Opportunity__c")).isEqualTo(second.path("Id"));
    }

    @Test
    void oneThatAPersonDeletedIsNotMadeAgainByTheSameTalk() {
        String account = account("deleted");
        Chat chat = wants("deleted-1", "kim@deleted.example");
        chats.tell(chat);
        org.delete("Opportunity", made(account).path("Id").asText());

        chats.tell(chat.visitor(DECIDED).closed());

        assertThat(org.count("Opportunity WHERE AccountId = '" + account + "'")).isZero();
        assertThat(chats.deadLetters(chat)).isEmpty();
        assertThat(conversation(chat).path("Message_Count__c").asInt()).isEqualTo(2);
    }

    private String account(String name) {
        return org.create("Account", Map.of("Name", name, "Website", "https://www." + name + ".example"));
    }

    private static Chat wants(String id, String email) {
        return Chat.of(id)
                .started(Map.of("id", id, "name", "Kim Holm", "email", email))
                .visitor(DECIDED);
    }

    /** Parley may hear of the account only after the talk, and then looks at it again. */
    private JsonNode made(String account) {
        Awaitility.await("one opportunity of " + account)
                .atMost(Duration.ofMinutes(1))
                .until(() -> org.count("Opportunity WHERE AccountId = '" + account + "'") == 1);
        return org.one("SELECT Id, Name, StageName, Chat_Key__c FROM Opportunity WHERE AccountId = '" + account + "'");
    }

    private JsonNode conversation(Chat chat) {
        return org.one("SELECT Id, Opportunity__c, Message_Count__c FROM Chat_Conversation__c WHERE External_Id__c = '"
                + chat.externalId() + "'");
    }
}
