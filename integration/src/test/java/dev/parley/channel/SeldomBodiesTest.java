package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What services tell seldom, from whole bodies as they send them. */
class SeldomBodiesTest {

    private final ShippedSource calcom = new ShippedSource("calcom");
    private final ShippedSource chatwoot = new ShippedSource("chatwoot");
    private final ShippedSource intercom = new ShippedSource("intercom");
    private final ShippedSource livechat = new ShippedSource("livechat");
    private final ShippedSource whatsapp = new ShippedSource("whatsapp");

    @Test
    void calComsHostDidNotCome() {
        assertThat(calcom.told("AFTER_HOSTS_CAL_VIDEO_NO_SHOW", "meeting."))
                .isEqualTo(
                        """
                        meeting.missed missed-uid-1-AFTER_HOSTS_CAL_VIDEO_NO_SHOW at 2026-09-10T08:15:00Z
                          uid: uid-1
                          reason: The host did not come.
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MEETING_ENDED_cancelled", "MEETING_ENDED_no_show"})
    void aTimeThatWentByWithoutAMeetingIsNone(String body) {
        assertThat(calcom.events(body)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"conversation_created_facebook, messenger", "conversation_created_sms, sms"})
    void chatwootsChannelsHaveTheirUsualNames(String body, String channel) {
        assertThat(chatwoot.told(body, "chat.conversation.started")).contains("channel: " + channel + "\n");
    }

    @Test
    void chatwootsCaptainIsABot() {
        assertThat(chatwoot.told("message_created_captain", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88011 of 1207 at 2026-09-01T09:10:01Z
                          id: 88011
                          author.role: bot
                          author.id: 7
                          author.name: Captain
                          text: I am Captain. What are you looking for?
                          private: false
                        """);
    }

    @Test
    void intercomsNoteThatOpensTheConversationIsPrivate() {
        assertThat(intercom.told("conversation_admin_noted_and_opened", "chat."))
                .contains(
                        """
                        chat.message.posted part-9010 of 147 at 2026-09-04T08:03:20Z
                          id: part-9010
                          author.role: agent
                          author.id: 814860
                          author.name: Maja Lindqvist
                          text: They called back
                          private: true
                        """)
                .endsWith(
                        """
                        chat.conversation.started part-9010-reopened of 147 at 2026-09-04T08:03:20Z
                          channel: web
                        """);
    }

    @ParameterizedTest
    @CsvSource({"conversation_campaign, agent", "conversation_automated, bot"})
    void whatIntercomSendsByItselfIsProactiveAndItsReaderTheVisitor(String body, String author) {
        assertThat(intercom.told(body, "chat.conversation.started"))
                .contains("  visitor.id: 66d6f0aa11\n", "  proactive: true\n")
                .doesNotContain("visitor.name");
        assertThat(intercom.told(body, "chat.message")).contains("author.role: " + author + "\n");
    }

    @Test
    void liveChatsVisitorClosesTheChat() {
        assertThat(livechat.told("chat_deactivated_customer", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.closed closed-S1G3D3VFAC of S1G3D3VFAC at 2026-09-20T12:00:00Z
                          by: visitor
                          reason: resolved
                        """);
        assertThat(livechat.told("chat_archived_customer", "chat.conversation.closed"))
                .isEqualTo(
                        """
                        chat.conversation.closed closed-S1G3D3VFAC of S1G3D3VFAC at 2026-09-03T10:09:00Z
                          by: visitor
                          reason: resolved
                        """);
    }

    @Test
    void aChatOfLiveChatBeginsBeforeAWordIsSaidOrAPageSeen() {
        assertThat(livechat.told("incoming_chat_silent", "chat."))
                .startsWith("chat.conversation.started thread-S1G3D3VFAC of S1G3D3VFAC at 2026-09-03T10:00:00Z\n")
                .contains("visitor.email: tomasz@mlyn.example\n")
                .doesNotContain("page.url", "chat.message");
    }

    @Test
    void whatsAppsCustomerWantsMarketingAgain() {
        assertThat(whatsapp.told("user_preferences_resumed", "chat."))
                .isEqualTo(
                        """
                        chat.consent.changed preference-106540000000001-46701112233-marketing_messages-1788610400 of 106540000000001-46701112233 at 2026-09-05T12:13:20Z
                          purpose: marketing
                          given: true
                        """);
    }

    @Test
    void whoOnlyOpensWhatsAppSaysNothing() {
        assertThat(whatsapp.told("request_welcome", "chat."))
                .startsWith("chat.conversation.started customer-106540000000001-46701112233 of ")
                .doesNotContain("chat.message");
    }
}
