package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a conversation is for the visitor's eyes. */
class TalkTest {

    private static ObjectNode event(String type) {
        ObjectNode event = Json.object().put("type", type);
        ObjectNode data = event.putObject("data").put("reason", "promising: score 71");
        data.putObject("to").put("name", "Maja Lindqvist").put("email", "maja@norrvik.example");
        data.putObject("brief").put("need", "Twelve machines");
        return event;
    }

    @Test
    void ofAnOfferThatWasTakenTheVisitorHearsWhoTookItAndNoMore() {
        assertThat(Talk.forVisitor(event("handoff.accepted")).orElseThrow().path("data"))
                .hasToString("{\"to\":{\"name\":\"Maja Lindqvist\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handoff.offered",
                "handoff.declined",
                "handoff.expired",
                "follow-up.due",
                "service.breached",
                "crm.context.changed"
            })
    void whatConcernsTheCompanyAloneIsNotForThem(String type) {
        assertThat(Talk.forVisitor(event(type))).isEmpty();
    }

    @Test
    void aPrivateNoteIsNotForThem() {
        ObjectNode note = event("chat.message.posted");
        note.withObject("/data").put("private", true);

        assertThat(Talk.forVisitor(note)).isEmpty();
    }
}
