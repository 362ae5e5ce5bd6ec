package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever goes wrong at the CRM: nothing is lost, nothing is there twice, and nobody waits for another's bad record. */
class FaultStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with("crm.timeout", "1s");

    private static final Map<String, Customer> CUSTOMERS = new HashMap<>();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    /** From here on the plugin knows its customers and asks no more: the first call that a fault meets is a write. */
    @BeforeAll
    static void knownCustomers() {
        List.of("maintenance", "timeout", "lostanswer", "lockedrow", "lockedcall", "spentlimit", "lostlogin", "broken")
                .forEach(name -> CUSTOMERS.put(name, Customer.with(PARLEY.org(), name)));
        PARLEY.plugin().restart("directory.freshness", "1h");
        PARLEY.chats().tell(stranger("first"));
    }

    @AfterEach
    void allGoesWellAgain() {
        org.faults();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    maintenance | {"match":"v62.0/composite","times":3,"status":503}
                    timeout     | {"match":"v62.0/composite","times":3,"delayMs":1600}
                    lostanswer  | {"match":"v62.0/composite","times":4,"dropAfterCommit":true}
                    lockedrow   | {"match":"site:lockedrow","times":3,"errorCode":"UNABLE_TO_LOCK_ROW"}
                    lockedcall  | {"match":"v62.0/composite","times":2,"errorCode":"UNABLE_TO_LOCK_ROW"}
                    spentlimit  | {"match":"v62.0/composite","times":1,"errorCode":"REQUEST_LIMIT_EXCEEDED"}
                    lostlogin   | {"match":"v62.0/composite","times":2,"errorCode":"INVALID_SESSION_ID"}
                    broken      | {"match":"v62.0/composite","times":2,"errorCode":"UNKNOWN_EXCEPTION"}
                    """)
    void nothingIsLostAndNothingIsThereTwice(String name, String fault) {
        Customer customer = CUSTOMERS.get(name);
        Chat known = Chat.of(name + "-known")
                .started(customer.person())
                .visitor("one")
                .agent("two")
                .closed();
        Chat unknown = Chat.of(name + "-new")
                .started(Map.of("name", "New " + name, "email", "new@" + name + "-prospect.example"))
                .visitor("three")
                .closed();
        org.faults(fault);
        org.forgetCalls();

        chats.tell(known, unknown);

        assertThat(org.calls("composite")).as("without a fault it is one").hasSizeGreaterThan(1);
        assertThat(org.count(conversations(name))).isEqualTo(2);
        assertThat(Transcript.texts(org, known)).containsExactly("one", "two");
        assertThat(Transcript.texts(org, unknown)).containsExactly("three");
        assertThat(org.count("Lead WHERE Email = 'new@" + name + "-prospect.example'"))
                .isEqualTo(1);
        assertThat(org.count("OpportunityContactRole WHERE Chat_Key__c = '" + customer.opportunity() + ":"
                        + customer.contact() + "'"))
                .isEqualTo(1);
        assertThat(chats.deadLetters(known)).isEmpty();
        assertThat(chats.deadLetters(unknown)).isEmpty();
    }

    @Test
    void oneRefusedRecordHoldsBackNoOtherAndComesBackOnceItIsMended() {
        Chat good = stranger("refused-good");
        Chat bad = stranger("refused-bad");
        Chat late = stranger("refused-late");
        org.faults("{\"match\":\"site:refused-bad\",\"times\":-1,"
                + "\"errorCode\":\"FIELD_CUSTOM_VALIDATION_EXCEPTION\"}");

        chats.tell(good, bad, late);

        assertThat(org.soql("SELECT External_Id__c FROM " + conversations("refused")))
                .extracting(row -> row.path("External_Id__c").asText())
                .containsExactlyInAnyOrder(good.externalId(), late.externalId());
        JsonNode letter = letterOf(bad, "Chat_Conversation__c");
        assertThat(letter.path("code").asText()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
        assertThat(letter.path("message").asText()).isEqualTo("The record does not meet a validation rule.");
        assertThat(letter.path("place").asText()).contains("chat_conversation.yaml");

        org.faults();
        chats.admin("POST", "/v1/dead-letters/" + letter.path("id").asText() + "/replay");
        chats.awaitDelivery(bad);

        assertThat(org.count(conversations("refused"))).isEqualTo(3);
        assertThat(Transcript.texts(org, bad)).containsExactly("Hello");
        assertThat(chats.deadLetters(bad)).isEmpty();
    }

    private static Chat stranger(String id) {
        return Chat.of(id)
                .started(Map.of("name", "A " + id, "email", id + "@stranger.example"))
                .visitor("Hello")
                .closed();
    }

    private JsonNode letterOf(Chat chat, String sobject) {
        return chats.deadLetters(chat).stream()
                .filter(letter -> letter.path("sobject").asText().equals(sobject))
                .reduce((one, other) -> {
                    throw new AssertionError("two letters: " + one + other);
                })
                .orElseThrow(() -> new AssertionError("no letter: " + chats.view(chat)));
    }

    private static String conversations(String prefix) {
        return "Chat_Conversation__c WHERE External_Id__c LIKE 'site:" + prefix + "%'";
    }
}
