package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Years of old conversations are loaded without a lead, a task or a second record. */
class HistoryStoriesTest {

    private static final int CONVERSATIONS = 1_000;
    private static final Instant LONG_AGO = Instant.parse("2024-03-01T09:00:00Z");

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void aThousandOldConversationsOfUnknownPeopleMakeRecordsButNoLeadAndNoTask() throws Exception {
        Path file = PARLEY.plugin().home().resolve("history.jsonl");
        Files.write(
                file,
                IntStream.range(0, CONVERSATIONS)
                        .mapToObj(HistoryStoriesTest::old)
                        .flatMap(Chat::lines)
                        .toList());
        int leads = org.count("Lead");

        Plugin.Ended loaded = PARLEY.plugin().command("backfill", file.toString());

        assertThat(loaded.status()).as(loaded.output()).isZero();
        allDelivered();
        assertThat(org.count("Chat_Conversation__c WHERE Source__c = 'old'")).isEqualTo(CONVERSATIONS);
        assertThat(org.count("Chat_Transcript_Part__c WHERE Conversation__r.Source__c = 'old'"))
                .isEqualTo(CONVERSATIONS);
        assertThat(org.count("Lead")).isEqualTo(leads);
        assertThat(org.count("Task")).isZero();

        org.forgetCalls();
        Plugin.Ended again = PARLEY.plugin().command("backfill", "--again", file.toString());

        assertThat(again.status()).as(again.output()).isZero();
        chats.awaitDelivery(old(0), old(CONVERSATIONS - 1));
        // What Parley asks of the org now and then goes on meanwhile.
        assertThat(org.calls("composite").stream()
                        .flatMap(call -> call.path("subrequests").valueStream())
                        .map(JsonNode::asText))
                .as("nothing is written again")
                .noneMatch(request -> request.startsWith("PATCH ") || request.startsWith("POST "));
        assertThat(org.count("Chat_Conversation__c WHERE Source__c = 'old'")).isEqualTo(CONVERSATIONS);
    }

    @Test
    void anOldConversationOfAKnownContactIsLinkedAndChangesNothingElse() {
        Customer customer = Customer.with(org, "oldfriend");
        Chat chat = Chat.begun("friend-1", LONG_AGO)
                .started(Map.of("email", customer.person().get("email"), "phone", "+46 8 465 004 20"))
                .visitor("Do you remember me?")
                .closed();

        chats.tell(chat);

        assertThat(org.one("SELECT Contact__c FROM Chat_Conversation__c WHERE External_Id__c = 'site:friend-1'")
                        .path("Contact__c")
                        .asText())
                .isEqualTo(customer.contact());
        assertThat(org.count("OpportunityContactRole WHERE ContactId = '" + customer.contact() + "'"))
                .isZero();
    }

    @Test
    void backfillWithCreateMakesLeadsOfHistoryToo() throws Exception {
        Path file = PARLEY.plugin().home().resolve("wanted.jsonl");
        Chat wanted = Chat.begun("wanted-1", LONG_AGO)
                .started(Map.of("name", "Wanted Person", "email", "wanted@person.example"))
                .visitor("Please call me")
                .closed();
        Files.write(file, wanted.lines().toList());

        Plugin.Ended loaded = PARLEY.plugin().command("backfill", "--create", file.toString());

        assertThat(loaded.status()).as(loaded.output()).isZero();
        chats.awaitDelivery(wanted);
        assertThat(org.count("Lead WHERE Email = 'wanted@person.example'")).isEqualTo(1);
    }

    private static Chat old(int number) {
        return Chat.begun("old-" + number, LONG_AGO.plus(Duration.ofMinutes(number)))
                .from("old")
                .started(Map.of(
                        "id", "o" + number, "name", "Person " + number, "email", "person" + number + "@gone.example"))
                .visitor("How long does delivery take? Asked for the " + number + "th time.")
                .agent("Two weeks.")
                .closed();
    }

    private void allDelivered() {
        await("nothing waits any more")
                .atMost(Duration.ofMinutes(4))
                .until(
                        () -> chats.admin("POST", "/v1/reconcile?repair=false"),
                        proof -> proof.path("waiting").asInt() == 0);
    }
}
