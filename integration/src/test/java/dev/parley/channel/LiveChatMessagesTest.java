package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What LiveChat tells of messages. */
class LiveChatMessagesTest {

    private int seconds;
    private final ShippedSource livechat = new ShippedSource("livechat");

    @Test
    void aBotAnswers() {
        assertThat(livechat.told("incoming_event_bot", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted event-S1G3D3VFAC_3 of S1G3D3VFAC at 2026-09-03T10:00:01Z
                          id: S1G3D3VFAC_3
                          author.role: bot
                          author.id: 5c9871d5372c824cbf22d860a707a578
                          text: Let me find somebody who knows.
                          private: false
                        """);
    }

    @Test
    void anAgentAnswers() {
        assertThat(livechat.told("incoming_event_agent", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted event-S1G3D3VFAC_4 of S1G3D3VFAC at 2026-09-03T10:00:40.500Z
                          id: S1G3D3VFAC_4
                          author.role: agent
                          author.id: daniel@norrvik.example
                          text: It is, up to 30 % solids.
                          private: false
                        """);
    }

    @Test
    void aNoteIsPrivate() {
        assertThat(livechat.told("incoming_event_note", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted event-S1G3D3VFAC_5 of S1G3D3VFAC at 2026-09-03T10:00:50Z
                          id: S1G3D3VFAC_5
                          author.role: agent
                          author.id: daniel@norrvik.example
                          text: He is the buyer of the Warsaw mill.
                          private: true
                        """);
    }

    @Test
    void aFile() {
        assertThat(livechat.told("incoming_event_file", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted event-S1G3D3VFAC_6 of S1G3D3VFAC at 2026-09-03T10:01:10Z
                          id: S1G3D3VFAC_6
                          author.role: visitor
                          author.id: b7eff798-f8df-4364-8059-649c35c9ed0c
                          text:
                          private: false
                          attachments.0.url: https://cdn.files.text.example/api/file/lc/att/1/slurry.csv
                          attachments.0.name: slurry.csv
                          attachments.0.mediaType: text/csv
                          attachments.0.size: 2210
                        """);
    }

    @Test
    void aRichMessageReadsAsItsTitles() {
        assertThat(livechat.told("incoming_event_rich", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted event-S1G3D3VFAC_7 of S1G3D3VFAC at 2026-09-03T10:01:20Z
                          id: S1G3D3VFAC_7
                          author.role: bot
                          author.id: 5c9871d5372c824cbf22d860a707a578
                          text: FlowEye S
                        For slurry
                          private: false
                        """);
    }

    @Test
    void theSystemsWordsAreTheSystems() {
        assertThat(livechat.told("incoming_event_system", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted event-S1G3D3VFAC_8 of S1G3D3VFAC at 2026-09-03T10:09:00Z
                          id: S1G3D3VFAC_8
                          author.role: system
                          text: Daniel Okafor archived the chat
                          private: false
                        """);
    }

    @Test
    void aTextThatComesBackToWhatItWasIsAThirdEdit() {
        ObjectNode first = (ObjectNode) livechat.json("event_updated");
        ObjectNode second = first.deepCopy();
        ((ObjectNode) second.at("/payload/event")).put("text", "It is, up to 40 % solids.");

        List<ObjectNode> edits = Stream.of(first, second, first)
                .map(body -> livechat.translate(body, ShippedSource.NOW.plusSeconds(seconds++))
                        .get(0))
                .toList();

        assertThat(edits).extracting(edit -> edit.path("id").asText()).doesNotHaveDuplicates();
        assertThat(edits)
                .extracting(edit -> edit.at("/data/text").asText())
                .containsExactly("It is, up to 35 % solids.", "It is, up to 40 % solids.", "It is, up to 35 % solids.");
        assertThat(edits)
                .extracting(edit -> edit.path("time").asText())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void anEventThatChanged() {
        assertThat(livechat.told("event_updated", "chat."))
                .isEqualTo(
                        """
                        chat.message.edited event-S1G3D3VFAC_4-edited-9f53d9c625023d00-2026-09-20T12:00:00Z of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          id: S1G3D3VFAC_4
                          text: It is, up to 35 % solids.
                        """);
    }
}
