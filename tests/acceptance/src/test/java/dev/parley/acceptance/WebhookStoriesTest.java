package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Services that speak their own language post to their webhooks, and the org shows what was said and booked. */
class WebhookStoriesTest {

    private static final String SECRET = "secret-of-the-stories";

    @RegisterExtension
    static final Installation PARLEY = Installation.with("source.default.secret", SECRET);

    private static final Instant NOW = Instant.now();

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();
    private final Webhooks webhooks = new Webhooks(PARLEY.plugin().url(), SECRET);

    @Test
    void aVisitorWritesInChatwootAndBooksInCalComAndTheSellerSeesOneConversation() {
        assertThat(webhooks.chatwoot("delivery-1", message(1, "Do your pumps run on 60 Hz?"))
                        .body())
                .isEqualTo(receipt(2, 0));
        assertThat(webhooks.chatwoot("delivery-2", message(1, "Do your pumps run on 60 Hz?"))
                        .body())
                .as("the same message under another delivery id")
                .isEqualTo(receipt(0, 2));
        webhooks.calcom(booking("BOOKING_CREATED", "uid-1", null)).orThrow("a booking");
        webhooks.calcom(booking("BOOKING_RESCHEDULED", "uid-2", "uid-1")).orThrow("the booking, moved");
        chats.awaitDelivery();

        JsonNode lead = org.one("SELECT Name, Company FROM Lead WHERE Email = 'aino@saaristo.example'");
        assertThat(lead.path("Name").asText()).isEqualTo("Aino Laine");
        JsonNode meeting = org.one("SELECT External_Id__c, Status__c, Conversation__r.External_Id__c,"
                + " Conversation__r.Message_Count__c FROM Chat_Meeting__c");
        assertThat(meeting.path("External_Id__c").asText()).isEqualTo("calcom:uid-1");
        assertThat(meeting.path("Status__c").asText()).isEqualTo("Rescheduled");
        assertThat(meeting.at("/Conversation__r/External_Id__c").asText()).isEqualTo("chatwoot:7");
        assertThat(meeting.at("/Conversation__r/Message_Count__c").asInt()).isEqualTo(1);
    }

    @Test
    void aBodyThatSomebodyElseSignedOrThatIsNotThereIsRefused() {
        Webhooks stranger = new Webhooks(PARLEY.plugin().url(), "another-secret");

        assertThat(stranger.chatwoot("delivery-3", message(9, "Let me in")).status())
                .isEqualTo(401);
        assertThat(webhooks.post("nobody", "{}", Map.of()).status()).isEqualTo(404);
        assertThat(org.count("Chat_Conversation__c WHERE External_Id__c = 'nobody:7'"))
                .isZero();
    }

    private static ObjectNode message(int id, String text) {
        ObjectNode sender = MAPPER.createObjectNode()
                .put("id", 412)
                .put("name", "Aino Laine")
                .put("email", "aino@saaristo.example")
                .put("type", "contact");
        ObjectNode body = MAPPER.createObjectNode()
                .put("event", "message_created")
                .put("id", id)
                .put("content", text)
                .put("message_type", "incoming")
                .put("created_at", NOW.toString());
        body.set("sender", sender);
        ObjectNode conversation = body.putObject("conversation")
                .put("id", 7)
                .put("channel", "Channel::WebWidget")
                .put("updated_at", NOW.getEpochSecond());
        conversation.putObject("meta").set("sender", sender.deepCopy());
        return body;
    }

    private static ObjectNode booking(String trigger, String uid, String before) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("triggerEvent", trigger)
                .put("createdAt", NOW.plusSeconds(before == null ? 1 : 2).toString());
        Instant start = NOW.plus(Duration.ofDays(before == null ? 2 : 3));
        ObjectNode payload = body.putObject("payload")
                .put("uid", uid)
                .put("title", "Pumps")
                .put("startTime", start.toString())
                .put("endTime", start.plusSeconds(1800).toString());
        if (before != null) {
            payload.put("rescheduleUid", before);
        }
        payload.putObject("organizer").put("name", "Olga").put("email", "olga@company.example");
        payload.putArray("attendees")
                .addObject()
                .put("name", "Aino Laine")
                .put("email", "aino@saaristo.example")
                .put("timeZone", "Europe/Helsinki");
        return body;
    }

    private static ObjectNode receipt(int accepted, int duplicates) {
        return MAPPER.createObjectNode().put("accepted", accepted).put("duplicates", duplicates);
    }
}
