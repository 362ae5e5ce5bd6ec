package dev.parley.channel.writeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Intercom's teammates read who takes over, once, and the conversation goes to them where a bot had it. */
class IntercomDeskTest {

    private static final Note TAKEN = new Note(
            "[parley:abcdefghijklmnop]",
            "Maja & Co takes this conversation over.",
            new Note.Takeover("maja@company.example", Map.of("parley_seller", "Maja")));

    private final Intercom service = new Intercom();
    private final IntercomDesk desk = new IntercomDesk();

    @AfterEach
    void end() {
        service.close();
    }

    private void write(Note note) {
        Account account = new Account("intercom", service.url(), "t1");
        desk.write(new Session(account, desk.headers("t1"), Duration.ofSeconds(5)), "147", note);
    }

    @Test
    void theNoteAndTheAttributesAreWrittenOnce() {
        write(TAKEN);
        write(TAKEN);

        assertThat(service.parts()).hasSize(1);
        assertThat(service.parts().get(0).path("body").asText())
                .isEqualTo("<p>Maja &amp; Co takes this conversation over. [parley:abcdefghijklmnop]</p>");
        assertThat(service.conversation.at("/custom_attributes/parley_seller").asText())
                .isEqualTo("Maja");
        assertThat(service.conversation.at("/custom_attributes/Topic").asText()).isEqualTo("Gauges");
        assertThat(service.asked("PUT")).hasSize(1);
    }

    @Test
    void whatABotHadIsOpenedAndAssigned() {
        write(TAKEN);

        assertThat(service.conversation.path("state").asText()).isEqualTo("open");
        assertThat(service.conversation.path("admin_assignee_id").asText()).isEqualTo("814860");
    }

    @Test
    void whatATeammateHasStaysClosedAndTheirs() {
        service.conversation.put("admin_assignee_id", 814_777);
        write(TAKEN);

        assertThat(service.conversation.path("state").asText()).isEqualTo("closed");
        assertThat(service.asked("POST")).containsExactly("POST conversations/147/reply");
    }

    @Test
    void aNoteThatTakesNothingOverLeavesTheConversationAlone() {
        write(new Note("[parley:ponmlkjihgfedcba]", "Maja is asked.", null));

        assertThat(service.parts()).hasSize(1);
        assertThat(service.conversation.path("state").asText()).isEqualTo("closed");
    }

    @Test
    void anAttributeThatIsNotDefinedIsATroubleOfThisConversationAndTheNoteStands() {
        service.refuses("PUT conversations/147", 400);

        WriteTrouble trouble = catchThrowableOfType(WriteTrouble.class, () -> write(TAKEN));

        assertThat(trouble.isOfAll()).isFalse();
        assertThat(trouble).hasMessage("it answers 400 to PUT conversations/…");
        write(TAKEN);
        assertThat(service.parts()).hasSize(1);
    }

    /** A server that keeps of a conversation what Intercom does. */
    private static final class Intercom extends StandIn {

        final ObjectNode conversation = JSON.createObjectNode()
                .put("type", "conversation")
                .put("id", "147")
                .put("state", "closed")
                .putNull("admin_assignee_id");

        Intercom() {
            super("/");
            conversation.putObject("custom_attributes").put("Topic", "Gauges");
            conversation.putObject("conversation_parts").putArray("conversation_parts");
        }

        ArrayNode parts() {
            return (ArrayNode) conversation.at("/conversation_parts/conversation_parts");
        }

        @Override
        boolean lets(HttpExchange exchange) {
            return "Bearer t1".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                    && "2.14".equals(exchange.getRequestHeaders().getFirst("Intercom-Version"));
        }

        @Override
        Answer answer(String method, String path, JsonNode body) {
            switch (method + " " + path) {
                case "GET conversations/147":
                    return well(conversation);
                case "GET me":
                    return well(JSON.createObjectNode().put("id", "814801"));
                case "GET admins":
                    return well(admins());
                case "POST conversations/147/reply":
                    assertThat(body.path("message_type").asText()).isEqualTo("note");
                    assertThat(body.path("admin_id").asText()).isEqualTo("814801");
                    parts().addObject()
                            .put("part_type", "note")
                            .put("body", body.path("body").asText());
                    return well(conversation);
                case "POST conversations/147/parts":
                    return well(managed(body));
                case "PUT conversations/147":
                    ((ObjectNode) conversation.path("custom_attributes"))
                            .setAll((ObjectNode) body.path("custom_attributes"));
                    return well(conversation);
                default:
                    return unknown();
            }
        }

        private ObjectNode managed(JsonNode body) {
            return body.path("message_type").asText().equals("open")
                    ? conversation.put("state", "open")
                    : conversation.put(
                            "admin_assignee_id",
                            Integer.parseInt(body.path("assignee_id").asText()));
        }

        private static ObjectNode admins() {
            ObjectNode list = JSON.createObjectNode();
            ArrayNode admins = list.putArray("admins");
            admins.addObject().put("id", "814860").put("email", "Maja@company.example");
            admins.addObject().put("id", "814777").put("email", "omar@company.example");
            admins.addObject().put("id", "814801").put("email", "parley@company.example");
            return list;
        }
    }
}
