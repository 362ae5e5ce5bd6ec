package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What customers complain of, praise and wish for reaches those who make the product; also what they say to each other. */
class CustomerVoiceStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with("corrections.interval", "200ms");

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    /** As the examples' README and the file's own comment say. */
    @BeforeAll
    static void casesAreMade() throws IOException {
        Path examples = Plugin.project("plugin-manifest/salesforce/examples/main/default");
        String field = Files.readString(examples.resolve("objects/Case/fields/Chat_Key__c.field-meta.xml"));
        String members = field.substring(field.indexOf("<fullName>"), field.indexOf("</CustomField>"));
        PARLEY.org()
                .deploy(Map.of(
                        "objects/Case.object",
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><CustomObject"
                                + " xmlns=\"http://soap.sforce.com/2006/04/metadata\"><fields>" + members
                                + "</fields></CustomObject>",
                        "permissionsets/Chat_Cases.permissionset",
                        Files.readString(examples.resolve("permissionsets/Chat_Cases.permissionset-meta.xml"))));
        PARLEY.org().assign("Chat_Cases", "integration@parley.example");
        Path mappings = PARLEY.plugin().home().resolve("mappings");
        MappingCopy.of(Plugin.project("mappings"), mappings);
        Path file = mappings.resolve("salesforce/case.yaml");
        Files.writeString(file, Files.readString(file).replace("enabled: false", "enabled: true"));
        PARLEY.plugin().restart("mappings.dir", mappings.toString().replace("\\", "\\\\"));
    }

    @ParameterizedTest
    @CsvSource({
        "complaint, 'I want to make a complaint. Your service is unacceptable and I am very disappointed.', High",
        "feedback, 'Some feedback on the new app: the dashboard is much clearer than before.', Medium",
        "idea, 'I have an idea: it would be great if you added a dark mode to the app.', Medium"
    })
    void itBecomesOneCaseOfItsCustomerOnceTheTalkIsOver(String voice, String words, String priority) {
        Customer customer = Customer.with(org, "voice" + voice);
        Chat chat = Chat.of("voice-" + voice)
                .started(customer.person())
                .visitor(words)
                .agent("Thank you for telling us.");
        chats.tell(chat);
        assertThat(cases(chat)).as("while it goes on").isEmpty();

        chats.tell(chat.closed());

        JsonNode made =
                org.one("SELECT Subject, Description, Priority, AccountId, ContactId FROM Case WHERE Chat_Key__c = '"
                        + chat.externalId() + "'");
        assertThat(made.path("Subject").asText()).isEqualTo(words);
        assertThat(made.path("Description").asText()).contains(voice);
        assertThat(made.path("Priority").asText()).isEqualTo(priority);
        assertThat(made.path("AccountId").asText()).isEqualTo(customer.account());
        assertThat(made.path("ContactId").asText()).isEqualTo(customer.contact());
        assertThat(chats.deadLetters(chat)).isEmpty();

        chats.tell(chat.visitor("And one more thing: thank you.").closed());
        assertThat(cases(chat)).as("after one more word").hasSize(1);
    }

    @Test
    void aQuestionIsNoCase() {
        Chat chat = Chat.of("voice-question")
                .started(Customer.with(org, "voicequestion").person())
                .visitor("What does the sensor weigh?")
                .closed();
        chats.tell(chat);

        assertThat(cases(chat)).isEmpty();
    }

    @Test
    void underAPublicPostEachCustomerIsLinkedWhomTheCrmKnows() {
        Customer asks = Customer.with(org, "asks");
        Customer helps = Customer.with(org, "helps");
        String lead =
                org.create("Lead", Map.of("LastName", "Ek", "Company", "Ek Pumps", "Email", "bo@ekpumps.example"));
        Chat post = Chat.of("post-1")
                .event("chat.conversation.started", Map.of("channel", "community", "visitor", asks.person()))
                .visitor("How do you clean the filter of the P200?");
        joins(post, helps.person());
        says(post, helps.person(), "We rinse it with warm water every week, that works well.");
        joins(post, Map.of("id", "bo", "name", "Bo Ek", "email", "bo@ekpumps.example"));
        joins(post, Map.of("id", "stranger", "name", "A Stranger", "email", "who@nowhere.example"));
        post.visitor("Thank you, that helped!");

        chats.tell(post);

        assertThat(org.one("SELECT Contact__c, Channel__c FROM Chat_Conversation__c WHERE External_Id__c = '"
                                + post.externalId() + "'")
                        .path("Contact__c")
                        .asText())
                .isEqualTo(asks.contact());
        List<JsonNode> links = org.soql(
                "SELECT Contact__c, Lead__c, Role__c FROM Chat_Link__c WHERE Conversation__r.External_Id__c = '"
                        + post.externalId() + "'");
        assertThat(links)
                .extracting(link -> link.path("Contact__c").asText("")
                        + link.path("Lead__c").asText(""))
                .contains(helps.contact(), lead);
        assertThat(links)
                .filteredOn(link -> link.path("Contact__c").asText("").equals(helps.contact()))
                .extracting(link -> link.path("Role__c").asText())
                .containsExactly("Participant");
    }

    private static void joins(Chat post, Map<String, String> peer) {
        post.event("chat.participant.joined", Map.of("participant", peer, "role", "peer"));
    }

    private static void says(Chat post, Map<String, String> peer, String text) {
        post.event(
                "chat.message.posted",
                Map.of(
                        "id",
                        "by-" + peer.get("id"),
                        "author",
                        Map.of("role", "peer", "id", peer.get("id"), "name", peer.get("name")),
                        "text",
                        text));
    }

    private List<JsonNode> cases(Chat chat) {
        return org.soql("SELECT Id FROM Case WHERE Chat_Key__c = '" + chat.externalId() + "'");
    }
}
