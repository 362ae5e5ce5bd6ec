package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People correct whose a conversation is: in the CRM, by a command there, or in a review. They win, and they teach. */
class CorrectionStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with("corrections.interval", "200ms");

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    @Test
    void aSellersCorrectionIsHonouredAndTaught() {
        Customer wrong = Customer.with(org, "teaching");
        String right = org.create("Account", Map.of("Name", "Teaching Holding"));
        Chat chat = hello("teach-1", "lo@teaching.example");
        chats.tell(chat);
        assertThat(conversation(chat).path("Account__c").asText()).isEqualTo(wrong.account());

        org.edit("Chat_Conversation__c", id(chat), Map.of("Account__c", right));

        JsonNode manual = await(chat, "Match_Decision__c", "Manual");
        assertThat(manual.path("Account__c").asText()).isEqualTo(right);
        assertThat(manual.path("Match_Evidence__c").asText()).contains("a person decided on ");
        Chat next = hello("teach-2", "mia@teaching.example");
        chats.tell(next);
        assertThat(conversation(next).path("Account__c").asText()).isEqualTo(right);
        assertThat(conversation(next).path("Match_Evidence__c").asText())
                .contains("a person linked this domain to Teaching Holding on ");
    }

    @Test
    void anUndoneCorrectionIsForgottenAndTheLinkIsAsItWasBefore() {
        Customer customer = Customer.with(org, "undoing");
        String other = org.create("Account", Map.of("Name", "Another Holding"));
        Chat chat = hello("undo-1", "lo@undoing.example");
        chats.tell(chat);
        org.edit("Chat_Conversation__c", id(chat), Map.of("Account__c", other));
        await(chat, "Match_Decision__c", "Manual");

        String done = command(chat, Map.of("Action__c", "Undo"));

        assertThat(done).contains("as it was before");
        assertThat(await(chat, "Match_Decision__c", "Auto").path("Account__c").asText())
                .isEqualTo(customer.account());
        Chat next = hello("undo-2", "mia@undoing.example");
        chats.tell(next);
        assertThat(conversation(next).path("Account__c").asText()).isEqualTo(customer.account());
    }

    @Test
    void anAutomaticLinkIsUndoneToWhatWasBefore() {
        Customer customer = Customer.with(org, "automatic");
        Chat chat = Chat.of("automatic-1")
                .started(customer.person())
                .visitor("Hello")
                .closed();
        chats.tell(chat);
        assertThat(conversation(chat).path("Contact__c").asText()).isEqualTo(customer.contact());

        command(chat, Map.of("Action__c", "Undo"));

        JsonNode undone = await(chat, "Match_Decision__c", "Manual");
        assertThat(undone.path("Account__c").isNull()).isTrue();
        assertThat(undone.path("Contact__c").isNull()).isTrue();
        assertThat(undone.path("Opportunity__c").isNull()).isTrue();
        assertThat(command(chat, Map.of("Action__c", "Undo"))).contains("no link of Parley's to take back");
    }

    @Test
    void aCommandCorrectsTheMatchAndSaysSoOnItself() {
        Customer.with(org, "commanding");
        Customer right = Customer.with(org, "commanded");
        Chat chat = hello("command-1", "lo@commanding.example");
        chats.tell(chat);

        String done = command(
                chat,
                Map.of("Action__c", "Correct match", "Account__c", right.account(), "Contact__c", right.contact()));

        assertThat(done).contains("linked as you said");
        JsonNode manual = await(chat, "Match_Decision__c", "Manual");
        assertThat(manual.path("Account__c").asText()).isEqualTo(right.account());
        assertThat(manual.path("Contact__c").asText()).isEqualTo(right.contact());
        assertThat(manual.path("Opportunity__c").asText()).isEqualTo(right.opportunity());
        assertThat(command(chat, Map.of("Action__c", "Correct match"))).contains("names no record");
    }

    @Test
    void aCommandSaysNobodyAndThatOnlyTheVisitorGoesThatWay() {
        Customer customer = Customer.with(org, "nobodys");
        Chat chat = hello("nobodys-1", "lo@nobodys.example");
        chats.tell(chat);
        assertThat(conversation(chat).path("Account__c").asText()).isEqualTo(customer.account());

        String both = command(
                chat, Map.of("Action__c", "Correct match", "Nobody__c", true, "Account__c", customer.account()));
        assertThat(both).contains("give one of the two");
        String done = command(chat, Map.of("Action__c", "Correct match", "Nobody__c", true, "Always__c", false));

        assertThat(done).contains("linked to none of them");
        JsonNode manual = await(chat, "Match_Decision__c", "Manual");
        assertThat(manual.path("Account__c").isNull()).isTrue();
        Chat next = hello("nobodys-2", "mia@nobodys.example");
        chats.tell(next);
        assertThat(conversation(next).path("Account__c").asText()).isEqualTo(customer.account());
    }

    @Test
    void aReviewShowsWhoMayBeMeantAndIsDecidedForAlways() {
        Customer customer = Customer.with(org, "reviewing");
        String twin = org.create(
                "Contact",
                Map.of("LastName", "reviewing", "Email", "kim@reviewing.example", "AccountId", customer.account()));
        Chat chat =
                Chat.of("review-1").started(customer.person()).visitor("Hello").closed();
        chats.tell(chat);
        assertThat(conversation(chat).path("Match_Decision__c").asText()).isEqualTo("Review");

        JsonNode review = review(chat);
        assertThat(review.path("reason").asText()).startsWith("2 records of Contact have this e-mail");
        assertThat(review.path("gap").asDouble()).isEqualTo(0.1);
        assertThat(review.path("candidates").findValuesAsText("id"))
                .contains(customer.contact(), twin, customer.account());
        assertThat(review.at("/candidates/0/agreement/0/agrees").asBoolean()).isTrue();

        Json.Reply decided = Json.send(
                "POST",
                PARLEY.plugin().url() + "/v1/reviews/" + chat.source() + "/" + chat.id(),
                Plugin.ADMIN_TOKEN,
                Json.TYPE,
                "{\"decision\":\"choose\",\"contactId\":\"" + twin + "\",\"always\":true}");

        assertThat(decided.orThrow("the decision").path("decision").asText()).isEqualTo("manual");
        assertThat(await(chat, "Match_Decision__c", "Manual").path("Contact__c").asText())
                .isEqualTo(twin);
        Chat next = Chat.of("review-2")
                .started(customer.person())
                .visitor("Me again")
                .closed();
        chats.tell(next);
        assertThat(conversation(next).path("Contact__c").asText()).isEqualTo(twin);
        assertThat(conversation(next).path("Match_Decision__c").asText()).isEqualTo("Auto");
    }

    @Test
    void whatIsAcceptedIsWhatWasShown() {
        Customer customer = Customer.with(org, "accepting");
        org.create(
                "Contact",
                Map.of("LastName", "accepting", "Email", "kim@accepting.example", "AccountId", customer.account()));
        Chat chat =
                Chat.of("accept-1").started(customer.person()).visitor("Hello").closed();
        chats.tell(chat);
        assertThat(conversation(chat).path("Match_Decision__c").asText()).isEqualTo("Review");
        ObjectNode shown = JsonNodeFactory.instance.objectNode().put("decision", "accept");
        review(chat).properties().stream()
                .filter(member -> member.getKey().matches("(account|contact|lead|opportunity)Id"))
                .forEach(member -> shown.set(member.getKey(), member.getValue()));

        Json.Reply stale = answer(chat, shown.deepCopy().put("contactId", "003000000000000AAA"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body().path("detail").asText()).contains("look at the review once more");
        assertThat(answer(chat, shown.deepCopy().without(List.of("accountId", "contactId")))
                        .status())
                .isEqualTo(409);

        assertThat(answer(chat, shown)
                        .orThrow("what was shown")
                        .path("decision")
                        .asText())
                .isEqualTo("manual");
        JsonNode manual = await(chat, "Match_Decision__c", "Manual");
        assertThat(manual.path("Account__c").asText()).isEqualTo(customer.account());
    }

    private JsonNode review(Chat chat) {
        return chats.admin("GET", "/v1/reviews?limit=100")
                .path("reviews")
                .valueStream()
                .filter(one -> one.path("id").asText().equals(chat.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Json.Reply answer(Chat chat, JsonNode body) {
        return Json.send(
                "POST",
                PARLEY.plugin().url() + "/v1/reviews/" + chat.source() + "/" + chat.id(),
                Plugin.ADMIN_TOKEN,
                Json.TYPE,
                body.toString());
    }

    @Test
    void whoWasNobodyIsLookedAtAgainOnceTheCrmKnowsThem() {
        Chat chat = hello("later-1", "lo@latecomer.example");
        chats.tell(chat);
        assertThat(conversation(chat).path("Account__c").isNull()).isTrue();

        Customer customer = Customer.with(org, "latecomer");
        chats.tell(hello("later-2", "somebody@elsewhere-later.example"));

        assertThat(await(chat, "Account__c", customer.account())
                        .path("Match_Decision__c")
                        .asText())
                .isEqualTo("Auto");
    }

    @Test
    void aFreeMailAddressAndALookAlikeAreNeverTheCustomersByThemselves() {
        Customer.with(org, "nordlicht");
        Chat free = hello("free-1", "nordlicht@gmail.com");
        Chat alike = hello("alike-1", "kim@nоrdlicht.example");
        chats.tell(free, alike);

        assertThat(conversation(free).path("Account__c").isNull()).isTrue();
        assertThat(conversation(alike).path("Match_Decision__c").asText()).isNotEqualTo("Auto");
    }

    private static Chat hello(String id, String email) {
        return Chat.of(id)
                .started(Map.of("id", "v-" + id, "name", "Lo " + id, "email", email))
                .visitor("Hello, have you a price list?")
                .closed();
    }

    /** Gives a command about a conversation, and returns what is said on it once it is carried out. */
    private String command(Chat chat, Map<String, ?> fields) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put("Conversation__c", id(chat));
        String id = org.create("Chat_Command__c", all);
        return Awaitility.await("the command is taken up")
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> org.one("SELECT Status__c, Result__c FROM Chat_Command__c WHERE Id = '" + id + "'"),
                        command -> !command.path("Status__c").asText().equals("New"))
                .path("Result__c")
                .asText();
    }

    private JsonNode await(Chat chat, String field, String value) {
        return Awaitility.await(field + " of " + chat.externalId() + " is " + value)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> conversation(chat),
                        record -> record.path(field).asText().equals(value));
    }

    private String id(Chat chat) {
        return conversation(chat).path("Id").asText();
    }

    private JsonNode conversation(Chat chat) {
        return org.one("SELECT Id, Account__c, Contact__c, Lead__c, Opportunity__c, Match_Decision__c,"
                + " Match_Evidence__c FROM Chat_Conversation__c WHERE External_Id__c = '" + chat.externalId() + "'");
    }
}
