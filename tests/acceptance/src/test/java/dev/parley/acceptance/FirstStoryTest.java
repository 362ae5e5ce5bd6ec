package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The main story: what is said to a known contact stands on the account, the contact and the open opportunity. */
class FirstStoryTest {

    private static final Map<String, String> ANN =
            Map.of("id", "v1", "name", "Ann Lindqvist", "email", "ann@acme.example", "phone", "+46 8 465 004 90");

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private static String account;
    private static String contact;
    private static String opportunity;

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @BeforeAll
    static void anAccountWithAContactAndAnOpenOpportunity() {
        Org org = PARLEY.org();
        account = org.create("Account", Map.of("Name", "Acme", "Website", "https://www.acme.example"));
        contact = org.create(
                "Contact",
                Map.of("FirstName", "Ann", "LastName", "Lindqvist", "Email", "Ann@Acme.example", "AccountId", account));
        opportunity = org.create(
                "Opportunity",
                Map.of(
                        "Name",
                        "Acme renewal",
                        "AccountId",
                        account,
                        "StageName",
                        "Prospecting",
                        "CloseDate",
                        LocalDate.now().plusMonths(1).toString()));
    }

    @Test
    void aConversationPostedOverHttpStandsOnAccountContactAndOpportunity() {
        Chat chat = rollout("http-1");

        assertThat(chats.post(chat)).isEqualTo(new ChatService.Receipt(5, 0));
        chats.awaitDelivery(chat);

        seenInTheCrm(chat);
    }

    @Test
    void aConversationStreamedOverWebSocketDoesToo() throws Exception {
        Chat chat = rollout("stream-1");

        chats.stream(chat);
        chats.awaitDelivery(chat);

        seenInTheCrm(chat);
    }

    @Test
    void postingEverythingAgainChangesNothingAndCostsNoWrite() throws Exception {
        Chat posted = rollout("again-1");
        Chat streamed = rollout("again-2");
        chats.post(posted);
        chats.stream(streamed);
        chats.awaitDelivery(posted, streamed);
        String before = everything();
        org.forgetCalls();

        assertThat(chats.post(posted)).isEqualTo(new ChatService.Receipt(0, 5));
        chats.stream(streamed);
        chats.awaitDelivery(posted, streamed);

        assertThat(org.cost()).isZero();
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theContactGetsOneRoleOnTheOpportunityHoweverManyConversations() {
        chats.tell(rollout("role-1"), rollout("role-2"));
        chats.tell(rollout("role-3"));

        JsonNode role = org.one("SELECT ContactId, Chat_Key__c FROM OpportunityContactRole WHERE OpportunityId = '"
                + opportunity + "'");
        assertThat(role.path("ContactId").asText()).isEqualTo(contact);
        assertThat(role.path("Chat_Key__c").asText()).isEqualTo(opportunity + ":" + contact);
    }

    private static Chat rollout(String id) {
        return Chat.of(id)
                .started(ANN)
                .visitor("Stand 4 keeps sending \"alarms\"; can we talk about the full rollout?")
                .agent("Gladly. 你好 🙂 How many stands have you?")
                .visitor("Twelve.")
                .closed();
    }

    private void seenInTheCrm(Chat chat) {
        JsonNode record = org.one("SELECT Account__c, Contact__c, Opportunity__c, Lead__c, Message_Count__c, Status__c,"
                + " Match_Decision__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'");
        assertThat(record.path("Account__c").asText()).isEqualTo(account);
        assertThat(record.path("Contact__c").asText()).isEqualTo(contact);
        assertThat(record.path("Opportunity__c").asText()).isEqualTo(opportunity);
        assertThat(record.path("Lead__c").isNull()).isTrue();
        assertThat(record.path("Message_Count__c").asInt()).isEqualTo(3);
        assertThat(record.path("Status__c").asText()).isEqualTo("Closed");
        assertThat(record.path("Match_Decision__c").asText()).isEqualTo("Auto");
        assertThat(Transcript.texts(org, chat))
                .containsExactly(
                        "Stand 4 keeps sending \"alarms\"; can we talk about the full rollout?",
                        "Gladly. 你好 🙂 How many stands have you?",
                        "Twelve.");
        assertThat(Transcript.parts(org, chat))
                .extracting(part -> part.path("External_Id__c").asText())
                .containsExactly(chat.externalId() + ":1");
    }

    /** All that chats have made, with the moment of its last change. */
    private String everything() {
        return org.soql("SELECT Id, SystemModstamp, Message_Count__c FROM Chat_Conversation__c ORDER BY Id")
                + "\n" + org.soql("SELECT Id, SystemModstamp FROM Chat_Transcript_Part__c ORDER BY Id")
                + "\n" + org.soql("SELECT Id, SystemModstamp FROM Contact ORDER BY Id")
                + "\n" + org.soql("SELECT Id FROM Lead ORDER BY Id");
    }
}
