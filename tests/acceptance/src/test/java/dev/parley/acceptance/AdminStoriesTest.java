package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An admin can trust what they are told before a change, and can take back what was written. */
class AdminStoriesTest {

    private static final List<String> MADE = List.of(
            "Lead",
            "Chat_Conversation__c",
            "Chat_Transcript_Part__c",
            "Chat_Link__c",
            "Task",
            "OpportunityContactRole");

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private final Org org = PARLEY.org();
    private final Plugin plugin = PARLEY.plugin();
    private final ChatService chats = PARLEY.chats();

    @Test
    void whatAPreviewSaysIsWhatIsWrittenAndWhatItCosts() throws Exception {
        Customer customer = Customer.known(org, chats, "previewed");
        Chat[] talks = {
            Chat.of("preview-1").started(Map.copyOf(customer.person())).visitor("When do you deliver?"),
            Chat.of("preview-2")
                    .started(Map.of("id", "p2", "name", "Nova Lind", "email", "nova@nowhere-yet.example"))
                    .visitor("What do ten seats cost?")
                    .agent("A hundred a month."),
            Chat.of("preview-3").started(Map.of("id", "p3")).visitor("Hello?")
        };
        JsonNode preview = preview(talks);
        Map<String, Integer> before = counted();

        plugin.restart("delivery.enabled", "false");
        chats.post(talks);
        org.forgetCalls();
        plugin.restart("delivery.enabled", "true");
        chats.awaitDelivery(talks);

        Map<String, Integer> made = new TreeMap<>();
        counted().forEach((sobject, count) -> made.put(sobject, count - before.get(sobject)));
        assertThat(made).isEqualTo(madeBy(preview));
        await("the lead is heard of, and the conversation is its owner's")
                .atMost(Duration.ofMinutes(1))
                .until(() -> owner("preview-2").equals(leadOwner()));
        chats.awaitDelivery();
        assertThat(org.calls("composite").stream().filter(AdminStoriesTest::writesOrAsksForUsers))
                .as("calls, but for those that a server makes to hear what has changed in the org")
                .hasSize(preview.at("/sums/calls").asInt());
    }

    private String owner(String chat) {
        return org.one("SELECT OwnerId FROM Chat_Conversation__c WHERE External_Id__c = 'site:" + chat + "'")
                .path("OwnerId")
                .asText();
    }

    private String leadOwner() {
        return org.one("SELECT OwnerId FROM Lead WHERE Email = 'nova@nowhere-yet.example'")
                .path("OwnerId")
                .asText();
    }

    private static boolean writesOrAsksForUsers(JsonNode call) {
        return call.path("subrequests")
                .valueStream()
                .map(JsonNode::asText)
                .anyMatch(request -> request.startsWith("PATCH ")
                        || request.startsWith("POST ")
                        || request.contains(" FROM User ")
                        || request.contains(" FROM Group "));
    }

    private JsonNode preview(Chat... talks) throws Exception {
        Path file = plugin.home().resolve("previewed.jsonl");
        Files.write(file, Arrays.stream(talks).flatMap(Chat::lines).toList());
        Plugin.Ended ended = plugin.command(
                "mappings",
                "preview",
                Plugin.project("mappings").toString(),
                "--events",
                file.toString(),
                "--org",
                "--json");
        assertThat(ended.status()).as(ended.output()).isZero();
        return json(ended);
    }

    private static JsonNode json(Plugin.Ended ended) throws Exception {
        return new ObjectMapper().readTree(ended.output());
    }

    private static Map<String, Integer> madeBy(JsonNode preview) {
        Map<String, Integer> made = new TreeMap<>();
        MADE.forEach(sobject -> made.put(sobject, 0));
        for (JsonNode record : preview.path("records")) {
            if (record.path("created").asBoolean()) {
                made.merge(record.path("sobject").asText(), 1, Integer::sum);
            }
        }
        return made;
    }

    private Map<String, Integer> counted() {
        Map<String, Integer> counts = new TreeMap<>();
        MADE.forEach(sobject -> counts.put(sobject, org.count(sobject)));
        return counts;
    }

    @Test
    void whatWasWrittenIsTakenBackAndWhatPeopleDidStays() throws Exception {
        Customer plain = Customer.known(org, chats, "taken-back");
        Customer edited = Customer.known(org, chats, "kept-edit");
        Instant since = Instant.now();
        chats.tell(asks("undo-1", plain, "+46 8 465 004 21"), asks("undo-2", edited, "+46 8 465 004 22"));
        assertThat(phone(plain)).isEqualTo("+46 8 465 004 21");
        org.edit("Contact", edited.contact(), Map.of("Phone", "+46 8 465 004 99"));

        Plugin.Ended ended = plugin.command("undo", "--since", since.toString(), "--yes", "--json");
        assertThat(ended.status())
                .as("records that Parley made are left for a person")
                .isEqualTo(1);
        JsonNode undone = json(ended);

        assertThat(undone.valueStream()
                        .map(step -> step.path("id").asText() + " "
                                + step.path("verdict").asText()))
                .contains(plain.contact() + " RESTORED", edited.contact() + " CHANGED_SINCE");
        assertThat(undone.valueStream()
                        .filter(step -> step.path("verdict").asText().equals("MADE")))
                .as("the conversations and their transcripts")
                .hasSize(4);
        assertThat(phone(plain)).isEqualTo("null");
        assertThat(phone(edited)).isEqualTo("+46 8 465 004 99");

        chats.tell(asks("undo-1", plain, "+46 8 465 004 21").visitor("Are you there?"));

        assertThat(phone(plain)).as("what was taken back is not written again").isEqualTo("null");
    }

    private static Chat asks(String id, Customer customer, String phone) {
        Map<String, Object> visitor = new TreeMap<>(customer.person());
        visitor.put("phone", phone);
        return Chat.of(id).started(visitor).visitor("Can you call me?");
    }

    private String phone(Customer customer) {
        return org.one("SELECT Phone FROM Contact WHERE Id = '" + customer.contact() + "'")
                .path("Phone")
                .asText();
    }
}
