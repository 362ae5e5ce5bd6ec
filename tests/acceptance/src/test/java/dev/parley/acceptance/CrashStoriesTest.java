package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code kill -9} in mid-delivery, again and again, while the CRM fails too: every acknowledged event arrives once. */
class CrashStoriesTest {

    private static final int CRASHES = 20;

    /** What the CRM does while the plugin is killed: the write is done, but its answer takes long, or never comes. */
    private static final String[] MID_DELIVERY = {
        "{\"match\":\"v62.0/composite/sobjects\",\"times\":-1,\"delayMs\":400}",
        "{\"match\":\"v62.0/composite\",\"times\":2,\"dropAfterCommit\":true}",
        "{\"match\":\"v62.0/composite\",\"times\":1,\"status\":503}",
        "{\"match\":\"v62.0/composite/sobjects\",\"times\":1,\"errorCode\":\"UNABLE_TO_LOCK_ROW\"}",
        "{\"match\":\"v62.0/composite\",\"times\":1,\"errorCode\":\"INVALID_SESSION_ID\"}",
    };

    @RegisterExtension
    static final Installation PARLEY = Installation.with("delivery.backoffMost", "1s");

    private static Customer customer;

    private final Org org = PARLEY.org();
    private final Plugin plugin = PARLEY.plugin();
    private final ChatService chats = PARLEY.chats();
    private final List<Chat> growing = new ArrayList<>();

    @BeforeAll
    static void aCustomer() {
        customer = Customer.with(PARLEY.org(), "crash");
    }

    @Test
    void everyAcknowledgedEventIsInTheCrmExactlyOnceAfterTwentyCrashes() throws Exception {
        IntStream.range(0, 4).forEach(i -> growing.add(Chat.of("growing-" + i).started(visitor(i))));
        List<Chat> all = new ArrayList<>(growing);
        for (int crash = 0; crash < CRASHES; crash++) {
            all.addAll(acknowledged(crash));
            killedInMidDelivery(crash);
            plugin.start();
        }
        org.faults();
        chats.awaitDelivery(all.toArray(Chat[]::new));

        all.forEach(this::standsOnce);
        assertThat(org.count("Chat_Conversation__c")).isEqualTo(all.size());
        assertThat(org.count("Lead")).as("one for each visitor").isEqualTo(CRASHES + growing.size() - 1);
        assertThat(org.count("OpportunityContactRole")).isEqualTo(1);
        Plugin.Ended proof = plugin.command("reconcile");
        assertThat(proof.status()).as(proof.output()).isZero();
        assertThat(proof.output()).contains(all.size() + " conversations checked, 0 not written yet", "none differs");
    }

    /** Each growing conversation gets a message, and two new ones begin; the customer comes back every time. */
    private List<Chat> acknowledged(int crash) {
        growing.forEach(chat -> chat.visitor("message of round " + crash));
        Chat stranger = Chat.of("stranger-" + crash)
                .started(Map.of("name", "Stranger", "email", "stranger" + crash + "@crash-test.example"))
                .visitor("Hello")
                .closed();
        Chat known = Chat.of("customer-" + crash)
                .started(customer.person())
                .visitor("Me again")
                .closed();
        growing.forEach(chats::post);
        chats.post(stranger, known);
        return List.of(stranger, known);
    }

    private void killedInMidDelivery(int crash) {
        org.forgetCalls();
        org.faults(MID_DELIVERY[crash % MID_DELIVERY.length], MID_DELIVERY[0]);
        await("a call is on its way")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> org.calls("composite").size() > crash % 3);
        plugin.kill();
    }

    private void standsOnce(Chat chat) {
        JsonNode record = org.one("SELECT Message_Count__c, Contact__c, Lead__c FROM Chat_Conversation__c"
                + " WHERE External_Id__c = '" + chat.externalId() + "'");
        List<String> said = chat.events().stream()
                .map(event -> event.at("/data/id").asText())
                .filter(id -> !id.isEmpty())
                .toList();
        List<String> found = Transcript.lines(org, chat).stream()
                .map(line -> line.path("id").asText())
                .toList();
        assertThat(found).as(chat.externalId()).isEqualTo(said);
        assertThat(record.path("Message_Count__c").asInt()).isEqualTo(said.size());
        Set<String> people = new HashSet<>(List.of(
                record.path("Contact__c").asText("null"), record.path("Lead__c").asText("null")));
        people.remove("null");
        assertThat(people).as(chat.externalId()).hasSize(1);
    }

    /** The first one is the customer, the others are strangers. */
    private static Map<String, String> visitor(int number) {
        return number == 0
                ? customer.person()
                : Map.of("name", "Grower", "email", "grower" + number + "@crash-test.example");
    }
}
