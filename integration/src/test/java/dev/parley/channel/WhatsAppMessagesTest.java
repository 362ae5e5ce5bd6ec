package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What customers send by WhatsApp. */
class WhatsAppMessagesTest {

    private final ShippedSource whatsapp = new ShippedSource("whatsapp");

    @Test
    void theFirstMessageBeginsTheConversation() {
        assertThat(whatsapp.told("text", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.started customer-106540000000001-46701112233 of 106540000000001-46701112233 at 2026-09-05T12:06:40Z
                          channel: whatsapp
                          visitor.id: 46701112233
                          visitor.name: Ebba Ek
                          visitor.phone: +46701112233
                        chat.message.posted wamid.A1 of 106540000000001-46701112233 at 2026-09-05T12:06:40Z
                          id: wamid.A1
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Hej! Är ni öppna i dag?
                        """);
    }

    @Test
    void anAnswer() {
        assertThat(whatsapp.told("reply", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A2 of 106540000000001-46701112233 at 2026-09-05T12:07:40Z
                          id: wamid.A2
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Då kommer jag
                          replyTo: wamid.Z9
                        """);
    }

    @Test
    void aPictureWithWords() {
        assertThat(whatsapp.told("image", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A3 of 106540000000001-46701112233 at 2026-09-05T12:08:10Z
                          id: wamid.A3
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Skylten
                          attachments.0.url: https://graph.facebook.com/771
                          attachments.0.mediaType: image/jpeg
                        """);
    }

    @Test
    void aDocument() {
        assertThat(whatsapp.told("document", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A4 of 106540000000001-46701112233 at 2026-09-05T12:08:15Z
                          id: wamid.A4
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text:
                          attachments.0.url: https://lookaside.example/772
                          attachments.0.name: ritning.pdf
                          attachments.0.mediaType: application/pdf
                        """);
    }

    @Test
    void aVoiceMessage() {
        assertThat(whatsapp.told("voice", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A5 of 106540000000001-46701112233 at 2026-09-05T12:08:19Z
                          id: wamid.A5
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text:
                          attachments.0.url: https://graph.facebook.com/773
                          attachments.0.mediaType: audio/ogg; codecs=opus
                        """);
    }

    @Test
    void aPlace() {
        assertThat(whatsapp.told("location", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A6 of 106540000000001-46701112233 at 2026-09-05T12:08:40Z
                          id: wamid.A6
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Lagret, Kajgatan 1, Stockholm, https://maps.google.com/?q=59.33,18.06
                        """);
    }

    @Test
    void anAddressBookEntry() {
        assertThat(whatsapp.told("contacts", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A7 of 106540000000001-46701112233 at 2026-09-05T12:08:50Z
                          id: wamid.A7
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Nils Berg, +46 70 999 88 77, nils@lagret.example
                        """);
    }

    @Test
    void aTemplatesButton() {
        assertThat(whatsapp.told("button", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A8 of 106540000000001-46701112233 at 2026-09-05T12:09:00Z
                          id: wamid.A8
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Ja tack
                          replyTo: wamid.Z9
                        """);
    }

    @Test
    void aButton() {
        assertThat(whatsapp.told("button_reply", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A9 of 106540000000001-46701112233 at 2026-09-05T12:09:10Z
                          id: wamid.A9
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Boka
                          replyTo: wamid.Z9
                        """);
    }

    @Test
    void anEntryOfAList() {
        assertThat(whatsapp.told("list_reply", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A10 of 106540000000001-46701112233 at 2026-09-05T12:09:20Z
                          id: wamid.A10
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: Tisdag
                        """);
    }

    @Test
    void aFilledInFlow() {
        assertThat(whatsapp.told("flow_reply", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted wamid.A11 of 106540000000001-46701112233 at 2026-09-05T12:09:30Z
                          id: wamid.A11
                          author.role: visitor
                          author.id: 46701112233
                          author.name: Ebba Ek
                          text: {"date":"2026-09-08"}
                        """);
    }
}
