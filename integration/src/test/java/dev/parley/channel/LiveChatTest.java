package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What LiveChat tells of a conversation. */
class LiveChatTest {

    private final ShippedSource livechat = new ShippedSource("livechat");

    @Test
    void aChatBeginsWithItsFirstWords() {
        assertThat(livechat.told("incoming_chat", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.started thread-S1G3D3VFAC of S1G3D3VFAC at 2026-09-03T10:00:00Z
                          channel: web
                          page.url: https://www.norrvik.example/floweye?utm_campaign=mills
                          page.title: FlowEye
                          page.referrer: https://duckduckgo.com/
                          page.campaign: mills
                          visitor.id: b7eff798-f8df-4364-8059-649c35c9ed0c
                          visitor.name: Tomasz Zieliński
                          visitor.email: tomasz@mlyn.example
                          visitor.country: PL
                          visitor.customAttributes.plan: basic
                          visitor.customAttributes.cart: 3
                          department: 2
                        chat.message.posted event-S1G3D3VFAC_2 of S1G3D3VFAC at 2026-09-03T10:00:00.105Z
                          id: S1G3D3VFAC_2
                          author.role: visitor
                          author.id: b7eff798-f8df-4364-8059-649c35c9ed0c
                          author.name: Tomasz Zieliński
                          text: Is the FlowEye made for slurry?
                          private: false
                        chat.form.submitted event-S1G3D3VFAC_1 of S1G3D3VFAC at 2026-09-03T10:00:00Z
                          answers.name: Tomasz Zieliński
                          answers.email: tomasz@mlyn.example
                          answers.company: Młyn Sp. z o.o.
                          answers.Interests: FlowEye, Support
                        """);
    }

    @Test
    void anAgentIsAdded() {
        assertThat(livechat.told("user_added_to_chat", "chat."))
                .isEqualTo(
                        """
                        chat.participant.joined joined-S1G3D3VFAC-daniel@norrvik.example of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          participant.id: daniel@norrvik.example
                          participant.name: Daniel Okafor
                          participant.email: daniel@norrvik.example
                          role: agent
                        """);
    }

    @Test
    void anAgentGoes() {
        assertThat(livechat.told("user_removed_from_chat", "chat."))
                .isEqualTo(
                        """
                        chat.participant.left left-S1G3D3VFAC-daniel@norrvik.example of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          participant.id: daniel@norrvik.example
                          role: agent
                          reason: manual
                        """);
    }

    @Test
    void aTransfer() {
        assertThat(livechat.told("chat_transferred", "chat."))
                .isEqualTo(
                        """
                        chat.participant.left transferred-S1G3D3VFAC-daniel@norrvik.example-maja@norrvik.example-5 of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          participant.id: daniel@norrvik.example
                          role: agent
                          reason: transfer
                        """);
    }

    @Test
    void aRating() {
        assertThat(livechat.told("thread_properties_updated", "chat."))
                .isEqualTo(
                        """
                        chat.rating.given rating-S1G3D3VFAC-1-10a496d26bb173cc of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          value: 1
                          scale: 1
                          comment: Very clear
                        """);
    }

    @Test
    void anAgentClosesIt() {
        assertThat(livechat.told("chat_deactivated_agent", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.closed closed-S1G3D3VFAC of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          by: agent
                          reason: resolved
                        """);
    }

    @Test
    void whatNobodyAnswersIsDropped() {
        assertThat(livechat.told("chat_deactivated_router", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.closed closed-S1G3D3VFAC of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          by: system
                          reason: dropped
                        """);
    }

    @Test
    void aCustomerWhoJoinsIsNoNews() {
        assertThat(livechat.events("user_added_to_chat_customer")).isEmpty();
    }
}
