package dev.parley.channel.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rocket.Chat's rooms show who takes over in their topic and fields, and nothing of it reaches the visitor. */
class RocketChatDeskTest {

    private static final Note TAKEN = new Note(
            "[parley:abcdefghijklmnop]",
            "Maja takes this conversation over.",
            new Note.Takeover("maja@company.example", Map.of("parley_seller", "Maja")));

    private final RocketChat service = new RocketChat();
    private final RocketChatDesk desk = new RocketChatDesk();

    @AfterEach
    void end() {
        service.close();
    }

    private void write() {
        Account account = new Account("rocketchat", service.url(), "u1:t1");
        desk.write(new Session(account, desk.headers("u1:t1"), Duration.ofSeconds(5)), "room1", TAKEN);
    }

    @Test
    void theTopicAndTheFieldsAreSetOnceAndTagsStay() {
        write();
        write();

        assertThat(service.room.path("topic").asText())
                .isEqualTo("Maja takes this conversation over. [parley:abcdefghijklmnop]");
        assertThat(service.room.at("/livechatData/parley_seller").asText()).isEqualTo("Maja");
        assertThat(service.room.at("/tags/0").asText()).isEqualTo("vip");
        assertThat(service.asked("POST")).containsExactly("POST livechat/room.saveInfo", "POST livechat/room.forward");
    }

    @Test
    void whatABotServesGoesToTheSellerOrElseBackToTheQueue() {
        write();
        assertThat(service.room.at("/servedBy/username").asText()).isEqualTo("maja");

        service.serves("help.bot");
        service.agent = "another@company.example";
        write();
        assertThat(service.room.has("servedBy")).isFalse();
    }

    @Test
    void aPersonKeepsTheirRoomAndTheirTopic() {
        service.serves("lena");
        service.room.put("topic", "Lena's own");
        write();

        assertThat(service.room.at("/servedBy/username").asText()).isEqualTo("lena");
        assertThat(service.room.path("topic").asText()).isEqualTo("Lena's own");
        assertThat(service.room.at("/livechatData/parley_seller").asText()).isEqualTo("Maja");
    }

    @Test
    void aClosedRoomIsToldAndNotMoved() {
        service.room.put("open", false);
        write();

        assertThat(service.asked("POST")).containsExactly("POST livechat/room.saveInfo");
    }

    @Test
    void itsRateLimitSaysUntilWhen() {
        service.refuses(
                "GET rooms.info",
                429,
                "X-RateLimit-Reset",
                String.valueOf(Instant.now().plusSeconds(50).toEpochMilli()));

        WriteTrouble trouble = catchThrowableOfType(WriteTrouble.class, this::write);

        assertThat(trouble.isOfAll()).isTrue();
        assertThat(trouble.retryAfter().orElseThrow()).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(50));
    }

    /** A server that keeps of a room what Rocket.Chat does: tags that are not said again are gone. */
    private static final class RocketChat extends StandIn {

        final ObjectNode room =
                JSON.createObjectNode().put("_id", "room1").put("t", "l").put("open", true);
        String agent = "Maja@company.example";

        RocketChat() {
            super("/api/v1/");
            room.putObject("v").put("_id", "v1");
            room.putArray("tags").add("vip");
            serves("rocket.cat");
        }

        void serves(String username) {
            room.putObject("servedBy").put("_id", username + "-id").put("username", username);
        }

        @Override
        boolean lets(HttpExchange exchange) {
            return "u1".equals(exchange.getRequestHeaders().getFirst("X-User-Id"))
                    && "t1".equals(exchange.getRequestHeaders().getFirst("X-Auth-Token"));
        }

        @Override
        Answer answer(String method, String path, JsonNode body) {
            ObjectNode well = JSON.createObjectNode().put("success", true);
            switch (method + " " + path.replaceFirst("\\?.*", "")) {
                case "GET rooms.info" -> well.set("room", room);
                case "GET livechat/users/agent" -> well.putArray("users")
                        .addObject()
                        .put("_id", "maja-id")
                        .putArray("emails")
                        .addObject()
                        .put("address", agent);
                case "POST livechat/room.saveInfo" -> {
                    assertThat(body.at("/guestData/_id").asText()).isEqualTo("v1");
                    room.put("topic", body.at("/roomData/topic").asText());
                    room.set("tags", body.at("/roomData/tags"));
                    room.set("livechatData", body.at("/roomData/livechatData"));
                }
                case "POST livechat/room.forward" -> serves(
                        body.path("userId").asText().replace("-id", ""));
                case "POST livechat/inquiries.returnAsInquiry" -> room.remove("servedBy");
                default -> {
                    return unknown();
                }
            }
            return well(well);
        }
    }
}
