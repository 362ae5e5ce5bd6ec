package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Chatwoot tells of a conversation: its start, its visitor, who has it, how it ends. */
class ChatwootConversationsTest {

    private final ShippedSource chatwoot = new ShippedSource("chatwoot");

    @Test
    void aConversationBegins() {
        assertThat(chatwoot.told("conversation_created", "chat.conversation"))
                .isEqualTo(
                        """
                        chat.conversation.started conversation-1207 of 1207 at 2026-09-01T09:09:59Z
                          channel: web
                          page.url: https://www.norrvik.example/pumps?utm_source=mail&utm_campaign=spring-audit
                          page.campaign: spring-audit
                          visitor.id: 412
                          visitor.name: Aino Laine
                          visitor.email: aino.laine@saaristo.example
                          visitor.phone: +358401234567
                          visitor.company: Saaristo Paper Oy
                          visitor.country: FI
                          locale: fi
                          customAttributes.order: SO-5511
                        """);
    }

    @Test
    void theContactIsToldByEveryBody() {
        assertThat(chatwoot.told("message_created_agent", "chat.visitor"))
                .isEqualTo(
                        """
                        chat.visitor.identified contact-1207-412-2121ba8d96c98f86 of 1207 at 2026-09-01T09:10:00.250Z
                          visitor.id: 412
                          visitor.name: Aino Laine
                          visitor.email: aino.laine@saaristo.example
                          visitor.phone: +358401234567
                          visitor.company: Saaristo Paper Oy
                          visitor.country: FI
                          visitor.customAttributes.plan: trial
                        """);
    }

    @Test
    void anAssignmentByRuleShowsOnlyInAnUpdate() {
        assertThat(chatwoot.told("conversation_updated_assigned", "chat.participant"))
                .isEqualTo(
                        """
                        chat.participant.joined joined-1207-21-1788253830000 of 1207 at 2026-09-01T09:10:30Z
                          participant.id: 21
                          participant.name: Lena Holm
                          participant.email: lena@norrvik.example
                          role: agent
                        """);
    }

    @Test
    void aTransfer() {
        assertThat(chatwoot.told("conversation_updated_transferred", "chat.participant"))
                .isEqualTo(
                        """
                        chat.participant.left left-1207-21-1788254700000 of 1207 at 2026-09-01T09:25:00Z
                          participant.id: 21
                          role: agent
                          reason: transfer
                        chat.participant.joined joined-1207-22-1788254700000 of 1207 at 2026-09-01T09:25:00Z
                          participant.id: 22
                          participant.name: Omar Said
                          role: agent
                        """);
    }

    @Test
    void aResolvedConversationIsClosed() {
        assertThat(chatwoot.told("conversation_status_changed_resolved", "chat.conversation"))
                .isEqualTo(
                        """
                        chat.conversation.closed closed-1207-1788255000125 of 1207 at 2026-09-01T09:30:00.125Z
                          reason: resolved
                        """);
    }

    @Test
    void anAgentOpensItAgain() {
        assertThat(chatwoot.told("conversation_status_changed_reopened", "chat.conversation"))
                .isEqualTo(
                        """
                        chat.conversation.started reopened-1207-1788260400000 of 1207 at 2026-09-01T11:00:00Z
                          channel: web
                        """);
    }

    @Test
    void aRatingRidesAnUpdateOfTheMessageThatAsksForIt() {
        assertThat(chatwoot.told("message_updated_rating", "chat.rating"))
                .isEqualTo(
                        """
                        chat.rating.given rating-88006-4-ec85224dc0090402 of 1207 at 2026-09-01T09:33:00.750Z
                          value: 4
                          scale: 5
                          comment: Quick and to the point
                        """);
    }

    @Test
    void anAddressGivenUnderAMessage() {
        assertThat(chatwoot.told("message_updated_email", "chat.form"))
                .isEqualTo(
                        """
                        chat.form.submitted form-88005-1788253860000 of 1207 at 2026-09-01T09:11:00Z
                          answers.email: aino.laine@saaristo.example
                        """);
    }

    @Test
    void aFormFilledInUnderAMessage() {
        assertThat(chatwoot.told("message_updated_form", "chat.form"))
                .isEqualTo(
                        """
                        chat.form.submitted form-88008-1788254100000 of 1207 at 2026-09-01T09:15:00Z
                          answers.company: Saaristo Paper Oy
                          answers.phone: +358401234567
                        """);
    }
}
