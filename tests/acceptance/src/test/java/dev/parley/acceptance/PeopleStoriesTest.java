package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who a visitor is to the CRM, and that what people do there wins over what chats say. */
class PeopleStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void anUnknownVisitorBecomesALeadWithWhatTheySaid() {
        Chat chat = hello("new-1", visitor("new", "phone", "+46 8 465 004 17"));
        chats.tell(chat);

        JsonNode lead = lead("new");
        assertThat(lead.path("LastName").asText()).isEqualTo("Berg");
        assertThat(lead.path("Company").asText()).isEqualTo("Nord AB");
        assertThat(lead.path("Phone").asText()).isEqualTo("+46 8 465 004 17");
        assertThat(conversation(chat).path("Lead__c")).isEqualTo(lead.path("Id"));
    }

    @Test
    void aSellersEditOfALeadSurvivesTheNextChat() {
        chats.tell(hello("edit-1", visitor("edit", "title", "Buyer")));
        String lead = lead("edit").path("Id").asText();
        org.edit("Lead", lead, Map.of("Company", "Nord Holding", "LastName", "Bergström", "Title", "Head of buying"));

        chats.tell(hello("edit-2", visitor("edit", "title", "Intern", "phone", "+46 8 465 004 18")));

        JsonNode after = lead("edit");
        assertThat(after.path("Company").asText()).isEqualTo("Nord Holding");
        assertThat(after.path("LastName").asText()).isEqualTo("Bergström");
        assertThat(after.path("Title").asText()).isEqualTo("Head of buying");
        assertThat(after.path("Phone").asText()).as("what was blank is filled").isEqualTo("+46 8 465 004 18");
    }

    @Test
    void aSellersCorrectionOfTheOpportunitySurvivesTheRestOfTheChat() {
        Customer customer = Customer.with(org, "corrected");
        String right = Customer.opportunity(org, customer.account(), "The right one");
        Chat chat = Chat.of("correct-1").started(customer.person()).visitor("About our order");
        chats.tell(chat);
        org.edit("Chat_Conversation__c", conversation(chat).path("Id").asText(), Map.of("Opportunity__c", right));

        chats.tell(chat.agent("Which one?").visitor("The second.").closed());

        JsonNode after = conversation(chat);
        assertThat(after.path("Opportunity__c").asText()).isEqualTo(right);
        assertThat(after.path("Message_Count__c").asInt()).isEqualTo(3);
        assertThat(after.path("Status__c").asText()).isEqualTo("Closed");
    }

    @Test
    void aConvertedLeadIsNeverWrittenAndItsContactIsLinked() {
        chats.tell(hello("convert-1", visitor("convert")));
        String lead = lead("convert").path("Id").asText();
        JsonNode made = org.convert(lead, "Converted deal");
        JsonNode before = converted(lead);

        Chat next = hello("convert-2", visitor("convert", "phone", "+46 8 465 004 19", "title", "Buyer"));
        chats.tell(next);

        assertThat(converted(lead)).isEqualTo(before);
        JsonNode conversation = conversation(next);
        assertThat(conversation.path("Contact__c")).isEqualTo(before.path("ConvertedContactId"));
        assertThat(conversation.path("Account__c")).isEqualTo(before.path("ConvertedAccountId"));
        assertThat(conversation.path("Opportunity__c")).isEqualTo(before.path("ConvertedOpportunityId"));
        assertThat(conversation.path("Opportunity__c").asText())
                .as(made.toString())
                .startsWith("006");
        assertThat(conversation.path("Lead__c").isNull()).isTrue();
        assertThat(org.count("Lead WHERE Email = 'convert@nord.example'")).isEqualTo(1);
        assertThat(chats.deadLetters(next)).isEmpty();
    }

    @Test
    void manyConversationsOfOneNewVisitorAtOnceMakeOneLead() {
        Chat[] together = IntStream.range(0, 6)
                .mapToObj(i -> hello("once-" + i, visitor("once")))
                .toArray(Chat[]::new);

        IntStream.range(0, 6).parallel().forEach(i -> chats.post(together[i]));
        chats.awaitDelivery(together);

        String lead = lead("once").path("Id").asText();
        assertThat(org.count("Chat_Conversation__c WHERE Lead__c = '" + lead + "'"))
                .isEqualTo(6);
    }

    @Test
    void anUnknownPersonOfAKnownCompanyIsANewLeadAtThatAccount() {
        Customer customer = Customer.with(org, "knowncompany");
        Chat chat = hello("domain-1", Map.of("name", "Lo Ek", "email", "lo@mail.knowncompany.example"));
        chats.tell(chat);

        JsonNode conversation = conversation(chat);
        assertThat(conversation.path("Account__c").asText()).isEqualTo(customer.account());
        assertThat(conversation.path("Opportunity__c").asText()).isEqualTo(customer.opportunity());
        assertThat(conversation.path("Contact__c").isNull()).isTrue();
        assertThat(conversation.path("Lead__c").asText()).startsWith("00Q");
        assertThat(conversation.path("Match_Evidence__c").asText()).isNotBlank();
    }

    @Test
    void aFreeMailAddressLeadsToNoAccount() {
        org.create("Account", Map.of("Name", "A consultant", "Website", "https://gmail.com"));
        Chat chat = hello("free-1", Map.of("name", "Max Mustermann", "email", "max.mustermann@gmail.com"));
        chats.tell(chat);

        JsonNode conversation = conversation(chat);
        assertThat(conversation.path("Account__c").isNull()).isTrue();
        assertThat(conversation.path("Lead__c").asText()).startsWith("00Q");
    }

    @Test
    void anOpenedWidgetMakesNoRecordAndAnAnonymousChatMakesNoLead() {
        Chat opened = Chat.of("opened-1").started(Map.of("id", "nobody-1"));
        Chat anonymous = hello("anonymous-1", Map.of("id", "nobody-2"));
        int leads = org.count("Lead");
        chats.tell(opened, anonymous);

        assertThat(org.count("Chat_Conversation__c WHERE External_Id__c = '" + opened.externalId() + "'"))
                .isZero();
        assertThat(conversation(anonymous).path("Lead__c").isNull()).isTrue();
        assertThat(org.count("Lead")).isEqualTo(leads);
    }

    private static Map<String, String> visitor(String name, String... more) {
        Map<String, String> visitor = new HashMap<>(
                Map.of("id", "v-" + name, "name", "Ulla Berg", "email", name + "@nord.example", "company", "Nord AB"));
        for (int i = 0; i < more.length; i += 2) {
            visitor.put(more[i], more[i + 1]);
        }
        return visitor;
    }

    private static Chat hello(String id, Map<String, ?> visitor) {
        return Chat.of(id)
                .started(visitor)
                .visitor("Hello, have you a price list?")
                .closed();
    }

    private JsonNode lead(String visitor) {
        return org.one("SELECT Id, FirstName, LastName, Company, Title, Phone FROM Lead WHERE Email = '" + visitor
                + "@nord.example'");
    }

    private JsonNode converted(String lead) {
        return org.one("SELECT Id, SystemModstamp, Phone, Title, ConvertedContactId, ConvertedAccountId,"
                + " ConvertedOpportunityId FROM Lead WHERE Id = '" + lead + "'");
    }

    private JsonNode conversation(Chat chat) {
        return org.one("SELECT Id, Account__c, Contact__c, Lead__c, Opportunity__c, Message_Count__c, Status__c,"
                + " Match_Evidence__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'");
    }
}
