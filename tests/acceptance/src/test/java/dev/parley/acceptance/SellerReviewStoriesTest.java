package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The seller says on the record's page whose a conversation is, where Parley could not tell, and Parley carries it out. */
class SellerReviewStoriesTest {

    @RegisterExtension
    static final Installation PARLEY =
            Installation.with("corrections.interval", "200ms", "source.attached.mode", "attach");

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void ofTwoEqualAccountsTheSellerChoosesOneForTheWholeDomain() {
        account("Twin Mills North");
        String south = account("Twin Mills South");
        Chat chat = hello("twins-1", "lo@twinmills.example");
        chats.tell(chat);
        JsonNode asked = conversation(chat);
        assertThat(asked.path("Match_Decision__c").asText()).isEqualTo("Review");
        assertThat(asked.path("Match_Candidates__c").asText()).contains(south);

        String address =
                org.url() + "/lightning/r/Lead/" + asked.path("Lead__c").asText() + "/view";
        saysWhy(address + "?lang=de", "die Domain ist dieselbe");
        saysWhy(address + "?lang=fa", "دامنه یکی است");
        Page page = BROWSER.open(address);
        Locator review = page.locator("c-chat-now c-chat-review");
        assertThat(review.locator("[data-reason]")).containsText("the domain is the same");
        // Their own lead stands beside them once Parley has heard of it.
        assertThat(review.locator("[data-candidate^='001']")).hasCount(2);
        assertThat(review.locator("[data-candidate='" + south + "']")).containsText("twinmills.example");
        WebBrowser.assertAccessible(page);
        BROWSER.screenshot(page, "candidates");
        review.locator("[data-always]").check();
        review.locator("[data-id='" + south + "']").click();

        JsonNode decided = Awaitility.await("the choice in the CRM")
                .atMost(Duration.ofMinutes(2))
                .until(
                        () -> conversation(chat),
                        row -> row.path("Match_Decision__c").asText().equals("Manual"));
        assertThat(decided.path("Account__c").asText()).isEqualTo(south);
        assertThat(decided.path("Match_Candidates__c").isNull()).isTrue();
        assertThat(page.locator("c-chat-now [data-command]")).containsText("The conversation is linked as you said.");
        Page persian = BROWSER.open(address + "?lang=fa");
        assertThat(persian.locator("c-chat-now [data-command]")).containsText("همان‌گونه که گفتید پیوند داده شد");
        Chat next = hello("twins-2", "mia@twinmills.example");
        chats.tell(next);
        assertThat(conversation(next).path("Account__c").asText()).isEqualTo(south);
    }

    @Test
    void aTieWithoutALeadStandsOnThePageOfEachAccountThatMayBeMeantUntilItIsSettled() {
        String stranger = user("stranger");
        String member = user("member");
        waitsInTheQueueOf(member);
        String east = org.create("Account", Map.of("Name", "Tied Mills East", "Website", "https://tied.example"));
        String west = org.create(
                "Account", Map.of("Name", "Tied Mills West", "Website", "https://tied.example", "OwnerId", stranger));
        Chat chat = Chat.of("tied-1")
                .started(Map.of("name", "Lo Ek", "email", "lo@tied.example"))
                .visitor("Which mill is nearer to us?")
                .closed()
                .from("attached");
        chats.tell(chat);
        JsonNode asked = conversation(chat);
        assertThat(asked.path("Match_Decision__c").asText()).isEqualTo("Review");
        assertThat(asked.path("Lead__c").isNull()).isTrue();
        assertThat(asked.path("Account__c").isNull()).isTrue();
        assertThat(org.count(candidates(chat))).isEqualTo(2);

        String address = org.url() + "/lightning/r/Account/" + west + "/view?as=";
        Page strangers = BROWSER.open(address + stranger);
        assertThat(strangers.locator("[data-empty]")).hasCount(1);
        strangers.close();
        Page page = BROWSER.open(address + member);
        Locator question = page.locator("c-chat-asked");
        assertThat(question.locator("[data-said]")).containsText("Which mill is nearer to us?");
        assertThat(question.locator("[data-reason]")).containsText("the domain is the same");
        assertThat(question.locator("[data-gap]")).hasCount(1);
        assertThat(question.locator("[data-candidate='" + west + "']")).containsText("tied.example");
        assertThat(question.locator("[data-nobody]")).hasCount(1);
        assertThat(page.locator("c-chat-now")).hasCount(0);
        WebBrowser.assertAccessible(page);
        BROWSER.screenshot(page, "asked-on-a-candidate");
        question.locator("[data-always]").check();
        question.locator("c-chat-review [data-id='" + east + "']").click();

        Awaitility.await("the choice in the CRM")
                .atMost(Duration.ofMinutes(2))
                .until(() -> conversation(chat).path("Account__c").asText().equals(east));
        assertThat(org.count(candidates(chat))).isZero();
        page.reload();
        assertThat(page.locator("[data-empty]")).hasCount(1);
    }

    private static String candidates(Chat chat) {
        return "Chat_Link__c WHERE Role__c = 'Candidate' AND Account__c != null AND Conversation__r.External_Id__c = '"
                + chat.externalId() + "'";
    }

    private String user(String name) {
        String address = name + "@review.example";
        String user =
                org.create("User", Map.of("Username", address, "LastName", name, "Email", address, "Alias", name));
        org.assign("Chat_Handoff_Seller", address);
        return user;
    }

    private void waitsInTheQueueOf(String user) {
        String queue = org.one("SELECT Id FROM Group WHERE DeveloperName = 'Chat_Conversations_Unassigned'")
                .path("Id")
                .asText();
        org.create("GroupMember", Map.of("GroupId", queue, "UserOrGroupId", user));
    }

    /** In the reader's language, though it stands in English on the record. */
    private static void saysWhy(String address, String reason) {
        Page page = BROWSER.open(address);
        assertThat(page.locator("c-chat-now [data-reason]")).containsText(reason);
        WebBrowser.assertAccessible(page);
        page.close();
    }

    private String account(String name) {
        return org.create("Account", Map.of("Name", name, "Website", "https://twinmills.example"));
    }

    private static Chat hello(String id, String email) {
        return Chat.of(id)
                .started(Map.of("name", "Lo Ek", "email", email))
                .visitor("Hello")
                .closed();
    }

    private JsonNode conversation(Chat chat) {
        return org.one("SELECT Account__c, Lead__c, Match_Decision__c, Match_Candidates__c FROM Chat_Conversation__c"
                + " WHERE External_Id__c = '" + chat.externalId() + "'");
    }
}
