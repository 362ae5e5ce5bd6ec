package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A conversation that went on for long is read in whole, in whatever piece its service sends it. */
class LongBodiesTest {
    private static final String MORE = "more-";

    @ParameterizedTest
    @CsvSource({
        "rocketchat, LivechatSession, /messages, _id, 3000",
        "livechat, incoming_chat, /payload/chat/thread/events, id, 2000",
        "intercom, conversation_exported, /conversation_parts/conversation_parts, id, 2000",
        "whatsapp, text, /entry/0/changes/0/value/messages, id, 1000"
    })
    void eachOfItsMessagesIsTold(String service, String body, String list, String id, int messages) {
        ShippedSource source = new ShippedSource(service);
        JsonNode whole = source.json(body);
        ArrayNode all = (ArrayNode) whole.at(list);
        JsonNode one = all.get(all.size() - 1);
        int before = all.size();
        while (all.size() < messages) {
            all.add(((ObjectNode) one.deepCopy()).put(id, MORE + all.size()));
        }

        assertThat(source.translate(whole, ShippedSource.NOW).stream()
                        .filter(event -> event.path("type").asText().matches("chat\\.(message\\.posted|.*transcribed)"))
                        .flatMap(event -> event.findValuesAsText("id").stream())
                        .filter(told -> told.contains(MORE))
                        .map(told -> told.substring(told.indexOf(MORE)))
                        .distinct())
                .hasSize(messages - before);
    }
}
