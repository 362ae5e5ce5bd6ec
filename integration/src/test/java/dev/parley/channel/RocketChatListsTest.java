package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Rocket.Chat's REST API lists agrees with what its webhooks told. */
class RocketChatListsTest {

    private final ShippedSource rocketchat = new ShippedSource("rocketchat");

    @Test
    void aClosedRoomTellsWhatItsWebhooksTold() {
        assertThat(rooms())
                .extracting(event ->
                        event.path("id").asText() + " at " + event.path("time").asText())
                .containsExactly(
                        "room-kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:00.000Z",
                        "joined-kR7sQ2mWcT4xPz9aB-aG2-2026-09-02T07:02:40.000Z at 2026-09-02T07:02:40.000Z",
                        "closed-kR7sQ2mWcT4xPz9aB-2026-09-02T07:05:00.100Z at 2026-09-02T07:05:00.100Z",
                        "room-oPn5Room3 at 2026-09-02T08:00:00.000Z");
        assertThat(rooms().get(0).path("data").toString())
                .isEqualTo("{\"channel\":\"web\",\"visitor\":{\"id\":\"vX3\",\"name\":\"Priya Raman\"},"
                        + "\"department\":\"d-sales\",\"customAttributes\":{\"order\":\"SO-7\"}}");
        assertThat(rooms().get(3).path("data").toString())
                .as("nobody is called guest-44")
                .isEqualTo("{\"channel\":\"web\",\"visitor\":{\"id\":\"vY8\"}}");
    }

    @Test
    void aPageOfMessagesTellsWhoSaidWhat() {
        assertThat(rocketchat.told("messages_listed", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted message-s001 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:01Z
                          id: s001
                          author.role: system
                          author.id: vX3
                          author.name: Priya Raman
                          text:
                        chat.message.posted message-m001 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:05Z
                          id: m001
                          author.role: visitor
                          author.id: vX3
                          author.name: Priya Raman
                          text: How long is the lead time for the EdgeHub?
                        chat.message.posted message-m002 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:06Z
                          id: m002
                          author.role: bot
                          author.id: rocket.cat
                          author.name: Rocket.Cat
                          text: We have your question.
                        chat.message.posted message-m003 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:01:10Z
                          id: m003
                          author.role: agent
                          author.id: aG1
                          author.name: Lukas Brandt
                          text: Two weeks, one week if it is in stock.
                        chat.message.posted message-m004 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:01:40Z
                          id: m004
                          author.role: visitor
                          author.id: vX3
                          author.name: Priya Raman
                          text:
                          attachments.0.url: /file-upload/f9/site%20plan.png
                          attachments.0.name: site plan.png
                          attachments.0.mediaType: image/png
                          attachments.0.size: 40211
                        chat.message.edited message-m003-edited-2026-09-02T07:01:30.000Z of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:01:30Z
                          id: m003
                          text: Two weeks, one week if it is in stock.
                        """);
    }

    @Test
    void whatCameByWebhookHasTheSameIdsAndTimes() {
        List<String> told = new ArrayList<>();
        for (String body :
                List.of("LivechatSessionStart", "Message_visitor", "Message_bot", "Message_agent", "LivechatSession")) {
            ids(rocketchat.translate(rocketchat.json(body), ShippedSource.NOW), told);
        }
        List<String> listed = new ArrayList<>();
        ids(rocketchat.translate(rocketchat.json("messages_listed"), ShippedSource.NOW), listed);

        assertThat(told)
                .contains("room-kR7sQ2mWcT4xPz9aB", "closed-kR7sQ2mWcT4xPz9aB-2026-09-02T07:05:00.100Z")
                .containsAll(List.of("message-m001", "message-m002", "message-m003"));
        assertThat(listed).contains("message-m001", "message-m002", "message-m003");
    }

    private static void ids(List<ObjectNode> events, List<String> ids) {
        events.forEach(event -> ids.add(event.path("id").asText()));
    }

    private List<ObjectNode> rooms() {
        List<ObjectNode> events = new ArrayList<>();
        rocketchat
                .json("rooms_listed")
                .path("rooms")
                .forEach(room -> events.addAll(rocketchat.translate(room, ShippedSource.NOW)));
        return events;
    }
}
