package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;

/** What tawk.to tells. */
class TawkToTest {

    private final ShippedSource tawkto = new ShippedSource("tawkto");

    @Test
    void aChatStartsWithItsFirstWords() {
        assertThat(tawkto.told("chat_start", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.started start-70fe3290-99ad-11ef-a30a-51567162179f of 70fe3290-99ad-11ef-a30a-51567162179f at 2026-09-05T08:00:02.100Z
                          channel: web
                          visitor.name: Karim Haddad
                          visitor.email: karim@phosphates.example
                          visitor.country: TN
                          department: Norrvik
                        chat.message.posted first-70fe3290-99ad-11ef-a30a-51567162179f of 70fe3290-99ad-11ef-a30a-51567162179f at 2026-09-05T08:00:02.100Z
                          id: first
                          author.role: visitor
                          author.name: Karim Haddad
                          text: Bonjour, do you ship to Tunis?
                        """);
    }

    @Test
    void aChatEnds() {
        assertThat(tawkto.told("chat_end", "chat."))
                .isEqualTo(
                        """
                        chat.visitor.identified visitor-70fe3290-99ad-11ef-a30a-51567162179f of 70fe3290-99ad-11ef-a30a-51567162179f at 2026-09-05T08:20:00Z
                          visitor.name: Karim Haddad
                          visitor.email: karim@phosphates.example
                          visitor.country: TN
                        chat.conversation.closed end-70fe3290-99ad-11ef-a30a-51567162179f of 70fe3290-99ad-11ef-a30a-51567162179f at 2026-09-05T08:20:00Z
                        """);
    }

    @Test
    void aLongTranscriptIsReadInWhole() {
        JsonNode body = tawkto.json("chat_transcript_created");
        ArrayNode messages = (ArrayNode) body.findValue("messages");
        while (messages.size() < 2_000) {
            messages.add(messages.get(messages.size() - 1).deepCopy());
        }

        assertThat(tawkto.translate(body, ShippedSource.NOW))
                .anySatisfy(event -> assertThat(event.at("/data/messages")).hasSize(2_000));
    }

    @Test
    void theTranscript() {
        assertThat(tawkto.told("chat_transcript_created", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.transcribed transcript-70fe3290-99ad-11ef-a30a-51567162179f of 70fe3290-99ad-11ef-a30a-51567162179f at 2026-09-05T08:02:00Z
                          messages.0.id: 0
                          messages.0.author.role: system
                          messages.0.text: Welcome to Norrvik
                          messages.0.time: 2026-09-05T08:00:00.500Z
                          messages.1.id: first
                          messages.1.author.role: visitor
                          messages.1.author.name: Karim Haddad
                          messages.1.text: Bonjour, do you ship to Tunis?
                          messages.1.time: 2026-09-05T08:00:02.000Z
                          messages.2.id: 2
                          messages.2.author.role: agent
                          messages.2.author.id: ag-3
                          messages.2.author.name: Lukas Brandt
                          messages.2.text: We do, in twelve days.
                          messages.2.time: 2026-09-05T08:01:20.000Z
                          messages.3.id: 3
                          messages.3.author.role: visitor
                          messages.3.author.name: Karim Haddad
                          messages.3.text:
                          messages.3.time: 2026-09-05T08:02:00.000Z
                          messages.3.attachments.0.url: https://tawk.link/58ca/order.pdf
                          messages.3.attachments.0.name: order.pdf
                          messages.3.attachments.0.mediaType: application/pdf
                          messages.3.attachments.0.size: 34012
                          visitor.id: v-1
                          visitor.name: Karim Haddad
                          visitor.email: karim@phosphates.example
                          visitor.country: TN
                        """);
    }

    @Test
    void anExportedChatTellsItsStartAndEndToo() {
        assertThat(tawkto.told("chat_exported", "chat.conversation.closed"))
                .isEqualTo(
                        """
                        chat.conversation.closed end-70fe3290-99ad-11ef-a30a-51567162179f of 70fe3290-99ad-11ef-a30a-51567162179f at 2026-09-05T08:02:00Z
                        """);
    }

    @Test
    void aTicketIsNoChat() {
        assertThat(tawkto.events("ticket_create")).isEmpty();
    }
}
