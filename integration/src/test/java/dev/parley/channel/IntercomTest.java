package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Intercom tells of a conversation. */
class IntercomTest {

    private final ShippedSource intercom = new ShippedSource("intercom");

    @Test
    void aVisitorBegins() {
        assertThat(intercom.told("conversation_user_created", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.started conversation-147 of 147 at 2026-09-04T06:06:40Z
                          channel: web
                          page.url: https://www.norrvik.example/gauges?utm_campaign=quarries
                          page.campaign: quarries
                          visitor.id: 66d6f0aa11
                          visitor.name: Grace Osei
                          visitor.email: grace@voltastone.example
                          proactive: false
                          customAttributes.Topic: Gauges
                        chat.message.posted source-403918 of 147 at 2026-09-04T06:06:40Z
                          id: source-403918
                          author.role: visitor
                          author.id: 66d6f0aa11
                          author.name: Grace Osei
                          text: Which gauge suits quarry dust?
                        We run 3 & 4 mm gauges at < 80 degrees
                          private: false
                        """);
    }

    @Test
    void theCompanyBegins() {
        assertThat(intercom.told("conversation_admin_created", "chat.conversation"))
                .isEqualTo(
                        """
                        chat.conversation.started conversation-148 of 148 at 2026-09-04T06:06:40Z
                          channel: web
                          visitor.id: 66d6f0aa11
                          proactive: true
                          customAttributes.Topic: Gauges
                        """);
    }

    @Test
    void aBotHandsOver() {
        assertThat(intercom.told("conversation_admin_assigned", "chat.participant"))
                .isEqualTo(
                        """
                        chat.participant.joined part-9003-joined of 147 at 2026-09-04T06:07:50Z
                          participant.id: 814860
                          participant.name: Maja Lindqvist
                          participant.email: maja@norrvik.example
                          role: agent
                        chat.participant.left part-9003-left of 147 at 2026-09-04T06:07:50Z
                          participant.id: 1
                          participant.name: Fin
                          participant.email: operator+x@intercom.io
                          role: bot
                          reason: transfer
                        """);
    }

    @Test
    void aTransferWithWords() {
        assertThat(intercom.told("conversation_admin_transferred", "chat.participant"))
                .isEqualTo(
                        """
                        chat.participant.joined part-9006-joined of 147 at 2026-09-04T06:10:40Z
                          participant.id: 814861
                          role: agent
                        chat.participant.left part-9006-left of 147 at 2026-09-04T06:10:40Z
                          participant.id: 814860
                          participant.name: Maja Lindqvist
                          participant.email: maja@norrvik.example
                          role: agent
                          reason: transfer
                        """);
    }

    @Test
    void itIsClosedWithWords() {
        assertThat(intercom.told("conversation_admin_closed", "chat.conversation.closed"))
                .isEqualTo(
                        """
                        chat.conversation.closed part-9007-closed of 147 at 2026-09-04T06:15:00Z
                          by: agent
                          reason: resolved
                        """);
    }

    @Test
    void itIsOpenedAgain() {
        assertThat(intercom.told("conversation_admin_opened", "chat.conversation.started"))
                .isEqualTo(
                        """
                        chat.conversation.started conversation-147 of 147 at 2026-09-04T06:06:40Z
                          channel: web
                          page.url: https://www.norrvik.example/gauges?utm_campaign=quarries
                          page.campaign: quarries
                          visitor.id: 66d6f0aa11
                          visitor.name: Grace Osei
                          visitor.email: grace@voltastone.example
                          proactive: false
                          customAttributes.Topic: Gauges
                        chat.conversation.started part-9008-reopened of 147 at 2026-09-04T08:03:20Z
                          channel: web
                        """);
    }

    @Test
    void aRating() {
        assertThat(intercom.told("conversation_rating_added", "chat.rating"))
                .isEqualTo(
                        """
                        chat.rating.given rating-147-1788502900-5-6aefcee97da0690a of 147 at 2026-09-04T06:21:40Z
                          value: 5
                          scale: 5
                          comment: Spot on
                        """);
    }

    @Test
    void aRedactedPartIsGone() {
        assertThat(intercom.told("conversation_part_redacted", "chat.message.deleted"))
                .isEqualTo(
                        """
                        chat.message.deleted part-9002-redacted of 147 at 2026-09-04T06:18:20Z
                          id: part-9002
                        """);
    }

    @Test
    void whatIsOfNoConversationTellsNothing() {
        assertThat(intercom.events("contact_lead_added_email")).isEmpty();
    }

    @Test
    void aTestOfTheAddressTellsNothing() {
        assertThat(intercom.events("ping")).isEmpty();
    }
}
