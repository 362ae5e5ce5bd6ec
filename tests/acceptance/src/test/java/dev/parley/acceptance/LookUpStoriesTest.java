package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Once the directory stands, finding out who somebody is costs the org nothing. */
class LookUpStoriesTest {

    private static final int CONVERSATIONS = 1_000;
    private static final int CUSTOMERS = 20;

    @RegisterExtension
    static final Installation PARLEY = Installation.with(
            "delivery.growingAll",
            "false",
            "delivery.firstWrite",
            "2s",
            "delivery.interval",
            "1s",
            "directory.freshness",
            "1h",
            "corrections.interval",
            "1d",
            "directory.poll",
            "5m");

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void aThousandLiveConversationsAreMatchedWithoutAskingTheOrg() {
        List<Customer> customers = IntStream.range(0, CUSTOMERS)
                .mapToObj(number -> Customer.with(org, "lookup" + number))
                .toList();
        Chat known = talk("first", customers.get(CUSTOMERS - 1));
        await("the directory has heard of the last customer")
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> {
                    chats.tell(known);
                    assertThat(contactOf(known))
                            .isEqualTo(customers.get(CUSTOMERS - 1).contact());
                });
        org.forgetCalls();

        Chat[] talks = IntStream.range(0, CONVERSATIONS)
                .mapToObj(number -> talk("live-" + number, customers.get(number % CUSTOMERS)))
                .toArray(Chat[]::new);
        chats.post(talks);
        chats.awaitDelivery();

        List<JsonNode> calls = org.calls("").stream()
                .filter(call -> call.path("client").asText().equals("parley"))
                .toList();
        assertThat(calls).isNotEmpty();
        assertThat(calls.stream().flatMap(LookUpStoriesTest::requests))
                .as("what Parley asked of the org")
                .allMatch(request -> !request.contains("/query") && !request.startsWith("GET "));
        assertThat(org.cost()).as("calls for all of them").isLessThanOrEqualTo(30);
        assertThat(org.count("Chat_Conversation__c WHERE External_Id__c LIKE 'site:live-%' AND Contact__c != null"
                        + " AND Opportunity__c != null"))
                .isEqualTo(CONVERSATIONS);
    }

    private static Stream<String> requests(JsonNode call) {
        Stream<String> itself =
                Stream.of(call.path("method").asText() + " " + call.path("path").asText());
        return Stream.concat(itself, call.path("subrequests").valueStream().map(JsonNode::asText));
    }

    private String contactOf(Chat chat) {
        return org.one("SELECT Contact__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'")
                .path("Contact__c")
                .asText();
    }

    private static Chat talk(String id, Customer customer) {
        return Chat.of(id)
                .started(Map.copyOf(customer.person()))
                .visitor("When can you deliver the next pallet?")
                .agent("On Monday.");
    }
}
