package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to records in the CRM after a conversation was matched to them, and nobody says a word more. */
class FollowStoriesTest {

    /** Long enough that only a change event can be what made it happen: while nobody speaks nothing else is read. */
    private static final String NO_POLL = "5m";

    @RegisterExtension
    static final Installation PARLEY = Installation.with(
            "directory.poll", NO_POLL,
            "delivery.interval", "100ms",
            "corrections.interval", "200ms");

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    private Chat hello(String id, String email) {
        Chat chat = Chat.of(id)
                .started(Map.of("id", "v-" + id, "name", "Kim Berg", "email", email, "company", "Nord AB"))
                .visitor("Hello, I have a question");
        chats.tell(chat);
        return chat;
    }

    private JsonNode conversation(Chat chat) {
        return org.one(
                "SELECT Account__c, Contact__c, Lead__c, Opportunity__c, Match_Decision__c, Match_Evidence__c FROM Chat_Conversation__c"
                        + " WHERE External_Id__c = '" + chat.externalId() + "'");
    }

    private void becomes(Chat chat, String field, String value) {
        await(field + " of " + chat.externalId()).atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(
                        conversation(chat).path(field).asText(null))
                .as(conversation(chat).toString())
                .isEqualTo(value));
    }

    private String contact(String email, String account) {
        return org.create("Contact", Map.of("LastName", "Berg", "Email", email, "AccountId", account));
    }

    private String account(String name) {
        return org.create("Account", Map.of("Name", name));
    }

    private String account(String name, String domain) {
        return org.create("Account", Map.of("Name", name, "Website", "https://" + domain));
    }

    /** Whoever follows a record must not take what the CRM did for a person's word. */
    private void byItself(Chat chat) {
        assertThat(conversation(chat).path("Match_Decision__c").asText())
                .as(conversation(chat).toString())
                .isNotEqualTo("Manual");
    }

    @Test
    void aConversationFollowsItsLeadIntoTheConversion() {
        Chat chat = hello("converted", "converted@follow.example");
        String lead = conversation(chat).path("Lead__c").asText();

        org.convert(lead, "A deal");

        JsonNode converted =
                org.one("SELECT ConvertedContactId, ConvertedAccountId, ConvertedOpportunityId FROM Lead WHERE Id = '"
                        + lead + "'");
        becomes(chat, "Contact__c", converted.path("ConvertedContactId").asText());
        becomes(chat, "Account__c", converted.path("ConvertedAccountId").asText());
        becomes(chat, "Opportunity__c", converted.path("ConvertedOpportunityId").asText());
        becomes(chat, "Lead__c", null);
    }

    @Test
    void aConversationFollowsItsContactToAnotherAccount() {
        String before = account("Before");
        String after = account("After");
        String contact = contact("moved@follow.example", before);
        Chat chat = hello("moved", "moved@follow.example");
        becomes(chat, "Account__c", before);

        org.edit("Contact", contact, Map.of("AccountId", after));

        becomes(chat, "Account__c", after);
        becomes(chat, "Contact__c", contact);
    }

    @Test
    void theConversationsOfTheLoserOfAMergeGoToTheWinner() {
        String account = account("Merged");
        String loser = contact("merged@follow.example", account);
        Chat chat = hello("merged", "merged@follow.example");
        becomes(chat, "Contact__c", loser);
        String winner = contact("merged@follow.example", account);

        org.merge("Contact", winner, List.of(loser));

        becomes(chat, "Contact__c", winner);
    }

    @Test
    void aDeletedContactIsLetGo() {
        String contact = contact("deleted@follow.example", account("Deleted"));
        Chat chat = hello("deleted", "deleted@follow.example");
        becomes(chat, "Contact__c", contact);

        org.delete("Contact", contact);

        becomes(chat, "Contact__c", null);
    }

    @Test
    void aContactThatComesBackOutOfTheRecycleBinIsLinkedAgain() {
        String contact = contact("restored@follow.example", account("Restored"));
        Chat chat = hello("restored", "restored@follow.example");
        becomes(chat, "Contact__c", contact);
        org.delete("Contact", contact);
        becomes(chat, "Contact__c", null);
        byItself(chat);

        org.undelete(contact);

        becomes(chat, "Contact__c", contact);
        byItself(chat);
    }

    @Test
    void anAccountTakesItsPeopleAlongIntoTheRecycleBinAndBack() {
        String account = account("Binned", "binned.example");
        String contact = contact("kim@binned.example", account);
        Chat chat = hello("binned", "kim@binned.example");
        becomes(chat, "Contact__c", contact);
        becomes(chat, "Account__c", account);

        org.delete("Account", account);
        becomes(chat, "Account__c", null);
        becomes(chat, "Contact__c", null);
        org.undelete(account);

        becomes(chat, "Account__c", account);
        becomes(chat, "Contact__c", contact);
        byItself(chat);
    }

    @Test
    void theConversationsOfAMergedAccountGoToTheWinnerWhoeverSpoke() {
        String loser = account("Loser", "loser.example");
        String contact = contact("kim@loser.example", loser);
        Chat known = hello("loser-known", "kim@loser.example");
        Chat colleague = hello("loser-colleague", "lo@loser.example");
        becomes(known, "Account__c", loser);
        becomes(colleague, "Account__c", loser);
        String winner = account("Winner", "winner.example");
        Chat winners = hello("winner", "lo@winner.example");
        becomes(winners, "Account__c", winner);

        org.merge("Account", winner, List.of(loser));

        becomes(known, "Account__c", winner);
        becomes(known, "Contact__c", contact);
        becomes(colleague, "Account__c", winner);
        becomes(winners, "Account__c", winner);
        byItself(known);
        byItself(colleague);
    }

    @Test
    void aConversationOfSeveralAccountsOfOneDomainGoesToTheParentOnceThereIsOne() {
        String parent = account("Group", "regrouped.example");
        String child = account("Group Works", "regrouped.example");
        Chat chat = hello("regrouped", "lo@regrouped.example");
        becomes(chat, "Match_Decision__c", "Review");

        org.edit("Account", child, Map.of("ParentId", parent));

        becomes(chat, "Account__c", parent);
    }
}
