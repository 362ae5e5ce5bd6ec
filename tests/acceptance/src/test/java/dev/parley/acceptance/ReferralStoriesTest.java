package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Customers bring customers, and the CRM says who brought whom. */
class ReferralStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void whomACustomerSentBecomesALeadThatNamesTheCustomer() {
        Customer sender = Customer.known(org, chats, "Bergslags");
        Chat chat = stranger("sent-1").visitor("Hello. Kim Bergslags of Bergslags recommended you.");
        chats.tell(chat);

        assertThat(lead(chat).path("Chat_Referred_By__c").asText()).isEqualTo(sender.contact());
        assertThat(chats.deadLetters(chat)).isEmpty();
        JsonNode said = chats.view(chat).at("/identity/referredBy");
        assertThat(said.path("contactId").asText()).isEqualTo(sender.contact());
        assertThat(said.path("quote").asText()).contains("recommended you");
    }

    @Test
    void itIsSaidLateInTheTalkAndStillNamed() {
        Customer sender = Customer.known(org, chats, "Latecomer");
        Chat chat = stranger("sent-2").visitor("Do you deliver to Kiruna?");
        chats.tell(chat);
        assertThat(lead(chat).path("Chat_Referred_By__c").isNull()).isTrue();

        chats.tell(chat.visitor("By the way, Kim Latecomer told me about you."));

        assertThat(lead(chat).path("Chat_Referred_By__c").asText()).isEqualTo(sender.contact());
    }

    @Test
    void whereTwoCustomersAreCalledSoThePersonIsLeftOpen() {
        Customer.with(org, "Twin");
        String other = org.create("Account", Map.of("Name", "Another company"));
        org.create("Contact", Map.of("FirstName", "Kim", "LastName", "Twin", "AccountId", other));
        Chat chat = stranger("sent-3").visitor("Kim Twin recommended you.");
        chats.tell(chat);

        assertThat(lead(chat).path("Chat_Referred_By__c").isNull()).isTrue();
        assertThat(chats.deadLetters(chat)).isEmpty();
    }

    @Test
    void whomACustomerRecommendsBecomesALeadThatNamesTheCustomerOnce() {
        Customer customer = Customer.known(org, chats, "recommends");
        Chat chat = Chat.of("recommends-1")
                .started(customer.person())
                .visitor("Please talk to my colleague Anna Berg at Nordkap, anna.berg@nordkap.example.");
        chats.tell(chat);

        JsonNode anna = anna();
        assertThat(anna.path("Chat_Referred_By__c").asText()).isEqualTo(customer.contact());
        assertThat(anna.path("Name").asText()).isEqualTo("Anna Berg");
        assertThat(anna.path("Company").asText()).isEqualTo("Nordkap");

        chats.tell(chat.visitor("As I said: talk to my colleague Anna Berg, anna.berg@nordkap.example. Thank you!")
                .closed());

        assertThat(anna()).isEqualTo(anna);
        JsonNode link = org.one("SELECT Lead__c, Role__c FROM Chat_Link__c WHERE Conversation__r.External_Id__c = '"
                + chat.externalId() + "'");
        assertThat(link.path("Lead__c")).isEqualTo(anna.path("Id"));
        assertThat(link.path("Role__c").asText()).isEqualTo("Recommended");
        assertThat(chats.deadLetters(chat)).isEmpty();
    }

    /** There is one. */
    private JsonNode anna() {
        return org.one(
                "SELECT Id, Name, Company, Chat_Referred_By__c FROM Lead WHERE Email = 'anna.berg@nordkap.example'");
    }

    private static Chat stranger(String id) {
        return Chat.of(id).started(Map.of("id", id, "name", "Lena Öberg", "email", id + "@oberg-bygg.example"));
    }

    private JsonNode lead(Chat chat) {
        return org.one(
                        "SELECT Lead__r.Id, Lead__r.Chat_Referred_By__c FROM Chat_Conversation__c WHERE External_Id__c = '"
                                + chat.externalId() + "'")
                .path("Lead__r");
    }
}
