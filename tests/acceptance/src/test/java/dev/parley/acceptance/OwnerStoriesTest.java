package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Salesforce takes no inactive owner, and people leave. */
class OwnerStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void whatSomebodyWhoLeftWouldOwnGoesToTheirManager() {
        String manager = user("mona", null);
        String seller = user("sven", manager);
        Customer customer = Customer.with(org, "leavers");
        org.edit("Opportunity", customer.opportunity(), Map.of("OwnerId", seller));
        org.edit("User", seller, Map.of("IsActive", false));
        assertThatThrownBy(() -> org.edit("Account", customer.account(), Map.of("OwnerId", seller)))
                .as("the org refuses")
                .hasMessageContaining("INACTIVE_OWNER_OR_USER");

        Chat chat = Chat.of("left-1")
                .started(customer.person())
                .visitor("Is Sven there?")
                .closed();
        chats.tell(chat);

        assertThat(org.one("SELECT OwnerId FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId()
                                + "'")
                        .path("OwnerId")
                        .asText())
                .isEqualTo(manager);
        assertThat(chats.deadLetters(chat)).isEmpty();
    }

    private String user(String name, String manager) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "Username",
                name + "@company.example",
                "LastName",
                name,
                "Email",
                name + "@company.example",
                "Alias",
                name));
        if (manager != null) {
            fields.put("ManagerId", manager);
        }
        return org.create("User", fields);
    }
}
