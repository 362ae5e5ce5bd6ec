package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Intercom tells of messages: the first one comes along with each, and counts once. */
class IntercomMessagesTest {

    private final ShippedSource intercom = new ShippedSource("intercom");

    @Test
    void aBotAnswers() {
        assertThat(intercom.told("conversation_bot_replied", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted source-403918 of 147 at 2026-09-04T06:06:40Z
                          id: source-403918
                          author.role: visitor
                          author.id: 66d6f0aa11
                          author.name: Grace Osei
                          text: Which gauge suits quarry dust?
                        We run 3 & 4 mm gauges at < 80 degrees
                          private: false
                        chat.message.posted part-9001 of 147 at 2026-09-04T06:06:50Z
                          id: part-9001
                          author.role: bot
                          author.id: 1
                          author.name: Fin
                          text: Do you mean the GX or the GZ?
                          private: false
                        """);
    }

    @Test
    void aPictureInTheTextIsItsAddress() {
        assertThat(intercom.told("conversation_user_replied", "chat.message.posted"))
                .isEqualTo(
                        """
                        chat.message.posted source-403918 of 147 at 2026-09-04T06:06:40Z
                          id: source-403918
                          author.role: visitor
                          author.id: 66d6f0aa11
                          author.name: Grace Osei
                          text: Which gauge suits quarry dust?
                        We run 3 & 4 mm gauges at < 80 degrees
                          private: false
                        chat.message.posted part-9002 of 147 at 2026-09-04T06:07:40Z
                          id: part-9002
                          author.role: visitor
                          author.id: 66d6f0aa11
                          author.name: Grace Osei
                          text: The GZ.
                        https://downloads.example/i/o/1/plate.png
                          private: false
                        """);
    }

    @Test
    void anAgentAnswersInHtmlWithAFile() {
        assertThat(intercom.told("conversation_admin_replied", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted source-403918 of 147 at 2026-09-04T06:06:40Z
                          id: source-403918
                          author.role: visitor
                          author.id: 66d6f0aa11
                          author.name: Grace Osei
                          text: Which gauge suits quarry dust?
                        We run 3 & 4 mm gauges at < 80 degrees
                          private: false
                        chat.message.posted part-9004 of 147 at 2026-09-04T06:08:40Z
                          id: part-9004
                          author.role: agent
                          author.id: 814860
                          author.name: Maja Lindqvist
                          text: The GZ-4 then:
                        sealed, and "dust free".

                        IP68
                        ATEX
                          private: false
                          attachments.0.url: https://downloads.example/gz4.pdf
                          attachments.0.name: gz4.pdf
                          attachments.0.mediaType: application/pdf
                          attachments.0.size: 88231
                        """);
    }

    @Test
    void aNoteIsPrivate() {
        assertThat(intercom.told("conversation_admin_noted", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted source-403918 of 147 at 2026-09-04T06:06:40Z
                          id: source-403918
                          author.role: visitor
                          author.id: 66d6f0aa11
                          author.name: Grace Osei
                          text: Which gauge suits quarry dust?
                        We run 3 & 4 mm gauges at < 80 degrees
                          private: false
                        chat.message.posted part-9005 of 147 at 2026-09-04T06:09:40Z
                          id: part-9005
                          author.role: agent
                          author.id: 814860
                          author.name: Maja Lindqvist
                          text: Wants a price by Friday
                          private: true
                        """);
    }
}
