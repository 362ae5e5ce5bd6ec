package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.conversation.ChatEvent;
import org.junit.jupiter.api.Test;

/** What WhatsApp tells beside messages, and of them later. */
class WhatsAppTest {

    private final ShippedSource whatsapp = new ShippedSource("whatsapp");

    @Test
    void anOrder() {
        assertThat(whatsapp.told("order", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A12 of 106540000000001-46701112233 at 2026-09-05T12:09:40Z
                          id: wamid.A12
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: 2 x VT-1 at 450 SEK
                        """);
    }

    @Test
    void whatWhatsAppKeepsToItself() {
        assertThat(whatsapp.told("unsupported", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A17 of 106540000000001-46701112233 at 2026-09-05T12:10:30Z
                          id: wamid.A17
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: [a message that WhatsApp does not pass on]
                        """);
    }

    @Test
    void whoHasNoContactAmongSeveralGetsNobodyElsesName() {
        assertThat(whatsapp.events("several_contacts"))
                .filteredOn(event -> event instanceof ChatEvent.MessagePosted)
                .extracting(event ->
                        ((ChatEvent.MessagePosted) event).message().author().name())
                .containsExactly("Ada Lund", "Ebba Ek", null);
    }

    @Test
    void aReactionReadsAsAnAnswer() {
        assertThat(whatsapp.told("reaction", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A13 of 106540000000001-46701112233 at 2026-09-05T12:09:50Z
                          id: reaction-wamid.Z9
                          author.role: visitor
                          author.id: 46701112233
                          text: 👍
                          replyTo: wamid.Z9
                        """);
    }

    @Test
    void aReactionTakenBack() {
        assertThat(whatsapp.told("reaction_removed", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.deleted wamid.A14-deleted of 106540000000001-46701112233 at 2026-09-05T12:10:00Z
                          id: reaction-wamid.Z9
                        """);
    }

    @Test
    void anEdit() {
        assertThat(whatsapp.told("edit", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.edited wamid.A15 of 106540000000001-46701112233 at 2026-09-05T12:10:10Z
                          id: wamid.A1
                          text: Hej! Är ni öppna i morgon?
                        """);
    }

    @Test
    void aMessageTakenBack() {
        assertThat(whatsapp.told("revoke", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.deleted wamid.A16-deleted of 106540000000001-46701112233 at 2026-09-05T12:10:20Z
                          id: wamid.A2
                        """);
    }

    @Test
    void anAdvertisementIsTheCampaign() {
        assertThat(whatsapp.told("advertisement", "chat.conversation"))
                .isEqualTo(
                        """
                        chat.conversation.started customer-106540000000001-46701112233-wamid.A19 of 106540000000001-46701112233 at 2026-09-05T12:10:50Z
                          channel: whatsapp
                          visitor.id: 46701112233
                          visitor.name: Ebba Ek
                          visitor.phone: +46701112233
                          page.url: https://fb.example/ads/9
                          page.title: Mät dina kvarnar
                          page.campaign: ad-9
                        """);
    }

    @Test
    void aCustomerWhoHidesTheirNumber() {
        assertThat(whatsapp.told("hidden_number", "chat.conversation"))
                .isEqualTo(
                        """
                        chat.conversation.started customer-106540000000001-SE.1001 of 106540000000001-SE.1001 at 2026-09-05T12:06:40Z
                          channel: whatsapp
                          visitor.id: SE.1001
                          visitor.name: Ebba Ek
                        """);
    }

    @Test
    void aNewNumber() {
        assertThat(whatsapp.told("number_changed", "chat.visitor"))
                .isEqualTo(
                        """
                        chat.visitor.identified wamid.A18 of 106540000000001-46701112233 at 2026-09-05T12:10:40Z
                          visitor.id: 46701112233
                          visitor.phone: +46703334455
                        """);
    }

    @Test
    void noMoreMarketing() {
        assertThat(whatsapp.told("user_preferences", "chat.consent"))
                .isEqualTo(
                        """
                        chat.consent.changed preference-106540000000001-46701112233-marketing_messages-1788610300 of 106540000000001-46701112233 at 2026-09-05T12:11:40Z
                          purpose: marketing
                          given: false
                        """);
    }

    @Test
    void theCompanyWritesFromItsPhone() {
        assertThat(whatsapp.told("echo_text", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.E1 of 106540000000001-46701112233 at 2026-09-05T12:07:10Z
                          id: wamid.E1
                          author.role: agent
                          author.id: 106540000000001
                          text: Ja, till fem.
                        """);
    }

    @Test
    void theCompanyEdits() {
        assertThat(whatsapp.told("echo_edit", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.edited wamid.E2 of 106540000000001-46701112233 at 2026-09-05T12:07:20Z
                          id: wamid.E1
                          text: Ja, till sex.
                        """);
    }

    @Test
    void theCompanyTakesBack() {
        assertThat(whatsapp.told("echo_revoke", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.deleted wamid.E3 of 106540000000001-46701112233 at 2026-09-05T12:07:30Z
                          id: wamid.E1
                        """);
    }

    @Test
    void deliveryStatesAreNoPartOfAConversation() {
        assertThat(whatsapp.events("status_sent")).isEmpty();
    }

    @Test
    void norIsAFailedDelivery() {
        assertThat(whatsapp.events("status_failed")).isEmpty();
    }
}
