package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How far Parley goes is for its admin to say. */
class ModeStoriesTest {

    @RegisterExtension
    static final Installation PARLEY =
            Installation.with("source.watched.mode", "observe", "source.attached.mode", "attach");

    private final Org org = PARLEY.org();
    private final Plugin plugin = PARLEY.plugin();
    private final ChatService chats = PARLEY.chats();

    @Test
    void whatIsOnlyObservedIsShownAndNotWritten() {
        Customer customer = Customer.with(org, "observed");
        Chat chat = hello("observe-1", customer.person()).from("watched");
        int leads = org.count("Lead");
        chats.tell(chat, stranger("observe-2").from("watched"));

        assertThat(chats.view(chat).at("/identity/contactId").asText()).isEqualTo(customer.contact());
        assertThat(org.count("Chat_Conversation__c WHERE Source__c = 'watched'"))
                .isZero();
        assertThat(org.count("Lead")).isEqualTo(leads);
        assertThat(org.count("OpportunityContactRole WHERE ContactId = '" + customer.contact() + "'"))
                .isZero();
    }

    @Test
    void attachingWritesToWhoIsThereAndMakesNobody() {
        Customer customer = Customer.with(org, "attached");
        Chat known = hello("attach-1", customer.person()).from("attached");
        Chat unknown = stranger("attach-2").from("attached");
        int leads = org.count("Lead");
        chats.tell(known, unknown);

        assertThat(record(known).path("Contact__c").asText()).isEqualTo(customer.contact());
        assertThat(record(unknown).path("Lead__c").isNull()).isTrue();
        assertThat(org.count("Lead")).isEqualTo(leads);
        assertThat(org.count("OpportunityContactRole WHERE ContactId = '" + customer.contact() + "'"))
                .isZero();
    }

    @Test
    void oneSwitchStopsAllWritingAndNothingIsLostMeanwhile() {
        plugin.restart("delivery.enabled", "false");
        Chat chat = stranger("switched-1");
        chats.post(chat);

        await().during(Duration.ofSeconds(1)).until(() -> count(chat) == 0);
        assertThat(chats.status(chat)).isEqualTo("due");

        plugin.restart("delivery.enabled", "true");
        chats.awaitDelivery(chat);
        assertThat(count(chat)).isEqualTo(1);
    }

    @Test
    void theStoreOfOneOrgIsNeverWrittenToAnother() throws Exception {
        chats.tell(stranger("bound-1"));
        Chat chat = stranger("bound-2");
        try (Org other = Org.start(Installation.emptied(Path.of("target", "homes", "another-org")))) {
            plugin.restart("crm.url", other.url());
            chats.post(chat);

            await("it says why").until(() -> plugin.log().contains("The store belongs to org"));
            assertThat(other.count("Chat_Conversation__c")).isZero();
            assertThat(other.count("Lead")).isZero();
            assertThat(chats.status(chat)).isEqualTo("due");
        } finally {
            plugin.restart("crm.url", org.url());
        }
        chats.awaitDelivery(chat);
        assertThat(count(chat)).isEqualTo(1);
    }

    @Test
    void conversationsOfNobodyCanBeLeftOutAndTheProofKnows() throws Exception {
        plugin.restart("delivery.anonymous", "false");
        Chat anonymous = hello("nobody-1", Map.of("id", "nobody"));
        Chat somebody = stranger("nobody-2");
        chats.tell(anonymous, somebody);

        assertThat(count(anonymous)).isZero();
        assertThat(count(somebody)).isEqualTo(1);
        JsonNode proof = chats.admin("POST", "/v1/reconcile");
        assertThat(proof.path("differences")).isEmpty();
        assertThat(proof.path("waiting").asInt()).isZero();
        assertThat(proof.path("leftOut").asInt()).isPositive();
        plugin.restart("delivery.anonymous", "true");
    }

    private static Chat stranger(String id) {
        return hello(id, Map.of("name", "A " + id, "email", id + "@stranger.example"));
    }

    private static Chat hello(String id, Map<String, ?> visitor) {
        return Chat.of(id).started(visitor).visitor("Hello").closed();
    }

    private int count(Chat chat) {
        return org.count("Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'");
    }

    private JsonNode record(Chat chat) {
        return org.one("SELECT Contact__c, Lead__c FROM Chat_Conversation__c WHERE External_Id__c = '"
                + chat.externalId() + "'");
    }
}
