package dev.parley.acceptance;

import static dev.parley.acceptance.Json.MAPPER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A booking service tells what happens to meetings, and the org shows each as one record. */
class MeetingStoriesTest {

    @RegisterExtension
    static final Installation PARLEY = Installation.with();

    private static final String MEETINGS = "SELECT External_Id__c, Status__c, Start__c, Organizer__c,"
            + " Conversation__r.External_Id__c FROM Chat_Meeting__c WHERE ";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Instant FRIDAY = NOW.plus(Duration.ofDays(3));

    private final Org org = PARLEY.org();
    private final ChatService chats = PARLEY.chats();

    /** Booked, moved to a new UID, cancelled: each is delivered before the next one comes. */
    @ParameterizedTest
    @ValueSource(strings = {"bmc", "bcm", "mbc", "mcb", "cbm", "cmb"})
    void aMeetingIsOneRecordInItsRightStateInWhateverOrderItsEventsCome(String order) {
        order.chars().forEach(letter -> {
            chats.post(List.of(event((char) letter, order)));
            chats.awaitDelivery();
        });

        JsonNode meeting = org.one(MEETINGS + "External_Id__c LIKE 'bookings:%-" + order + "'");
        assertThat(meeting.path("External_Id__c").asText()).isEqualTo("bookings:a-" + order);
        assertThat(meeting.path("Status__c").asText()).isEqualTo("Cancelled");
        assertThat(Instant.parse(meeting.path("Start__c").asText().replace("+0000", "Z")))
                .isEqualTo(FRIDAY);
        assertThat(meeting.path("Organizer__c").asText()).isEqualTo("Olga");
        assertThat(org.count("Chat_Conversation__c WHERE External_Id__c LIKE 'bookings:%-" + order + "'"))
                .isEqualTo(1);
    }

    @Test
    void aBookingJoinsTheChatOfItsAttendeeAndOneByALinkTheChatItCameOutOf() {
        Chat chat = Chat.of("met-1")
                .started(Map.of("id", "v1", "name", "Ann", "email", "ann@met.example"))
                .visitor("Can we talk?");
        Chat silent = Chat.of("met-2").started(Map.of("id", "v2")).visitor("Hello");
        chats.tell(chat, silent);
        String link = chats.view(silent).path("link").asText();

        ObjectNode byAddress = booked("address", "ANN@met.example");
        ObjectNode byLink = booked("link", "bob@elsewhere.example");
        ((ObjectNode) byLink.path("data")).put("conversation", link);
        chats.post(List.of(byAddress, byLink));
        chats.awaitDelivery();

        assertThat(conversation("bookings:address")).isEqualTo(chat.externalId());
        assertThat(conversation("bookings:link")).isEqualTo(silent.externalId());
        assertThat(org.one("SELECT Email FROM Lead WHERE Email = 'bob@elsewhere.example'"))
                .as("the visitor whom the chat did not know")
                .isNotNull();
    }

    /** Booked as a, moved to b and then to c, and the CRM gets c before anybody tells of b. */
    @ParameterizedTest
    @ValueSource(strings = {"ann@gap.example", ""})
    void aMeetingThatTheCrmGotAsTwoIsCalledOffUnderTheNameThatIsNotItsFirst(String attendee) {
        String name = attendee.isEmpty() ? "unknown" : "gap";
        List.of(
                        moved(name, "booked", 1, attendee, Map.of("uid", "a-" + name), TOMORROW),
                        moved(name, "c", 3, attendee, Map.of("uid", "c-" + name, "previousUid", "b-" + name), FRIDAY),
                        moved(name, "b", 2, attendee, Map.of("uid", "b-" + name, "previousUid", "a-" + name), TOMORROW))
                .forEach(event -> {
                    chats.post(List.of(event));
                    chats.awaitDelivery();
                });

        JsonNode meeting = org.one(MEETINGS + "External_Id__c = 'bookings:a-" + name + "'");
        assertThat(meeting.path("Status__c").asText()).isEqualTo("Rescheduled");
        assertThat(Instant.parse(meeting.path("Start__c").asText().replace("+0000", "Z")))
                .isEqualTo(FRIDAY);
        assertThat(org.soql(MEETINGS + "External_Id__c LIKE 'bookings:%-" + name + "' AND Status__c != 'Cancelled'"))
                .as("what is not called off")
                .hasSize(1);
        assertThat(org.count("Event WHERE Chat_Key__c LIKE 'bookings:%-" + name + "' AND ShowAs = 'Busy'"))
                .as("what takes the seller's time")
                .isEqualTo(attendee.isEmpty() ? 0 : 1);
    }

    private static ObjectNode moved(
            String name, String id, int second, String attendee, Map<String, String> uids, Instant start) {
        ObjectNode event = event(name + "-" + id, "x", second, uids, start);
        event.put("type", uids.containsKey("previousUid") ? "meeting.rescheduled" : "meeting.booked");
        if (!attendee.isEmpty()) {
            ((ObjectNode) event.path("data")).putArray("attendees").addObject().put("email", attendee);
        }
        return event;
    }

    private String conversation(String meeting) {
        return org.one(MEETINGS + "External_Id__c = '" + meeting + "'")
                .at("/Conversation__r/External_Id__c")
                .asText();
    }

    private static ObjectNode event(char letter, String meeting) {
        return switch (letter) {
            case 'b' -> event(meeting, "booked", 1, Map.of("uid", "a-" + meeting), TOMORROW);
            case 'm' -> event(
                    meeting, "rescheduled", 2, Map.of("uid", "b-" + meeting, "previousUid", "a-" + meeting), FRIDAY);
            default -> event(meeting, "cancelled", 3, Map.of("uid", "b-" + meeting), FRIDAY);
        };
    }

    private static ObjectNode booked(String uid, String attendee) {
        ObjectNode event = event(uid, "booked", 1, Map.of("uid", uid), TOMORROW);
        ((ObjectNode) event.path("data")).putArray("attendees").addObject().put("email", attendee);
        return event;
    }

    private static ObjectNode event(String id, String what, int second, Map<String, String> uids, Instant start) {
        ObjectNode data = MAPPER.valueToTree(uids);
        data.put("start", start.toString())
                .put("end", start.plus(Duration.ofMinutes(30)).toString())
                .putObject("organizer")
                .put("name", "Olga")
                .put("email", "olga@company.example");
        ObjectNode event = MAPPER.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id + "-" + what)
                .put("source", "bookings")
                .put("type", "meeting." + what)
                .put("time", NOW.minusSeconds(60 - second).toString());
        return event.set("data", data);
    }
}
