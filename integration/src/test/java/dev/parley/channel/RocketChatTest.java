package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Rocket.Chat tells. */
class RocketChatTest {

    private final ShippedSource rocketchat = new ShippedSource("rocketchat");

    @Test
    void aSessionStarts() {
        assertThat(rocketchat.told("LivechatSessionStart", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.started room-kR7sQ2mWcT4xPz9aB of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:00Z
                          channel: web
                          page.url: https://www.norrvik.example/edgehub
                          page.title: EdgeHub
                          visitor.id: vX3
                          visitor.name: Priya Raman
                          visitor.email: priya@deltafans.example
                          visitor.phone: +442071234567
                          visitor.company: Delta Fans Ltd
                          department: d-sales
                          customAttributes.order: SO-7
                        chat.visitor.identified visitor-kR7sQ2mWcT4xPz9aB-109b8f70d72a1afe of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:05Z
                          visitor.id: vX3
                          visitor.name: Priya Raman
                          visitor.email: priya@deltafans.example
                          visitor.phone: +442071234567
                          visitor.company: Delta Fans Ltd
                          visitor.customAttributes.company: Delta Fans Ltd
                        chat.message.posted message-m000 of kR7sQ2mWcT4xPz9aB at 2026-09-02T06:59:58Z
                          id: m000
                          author.role: system
                          author.id: vX3
                          author.name: Priya Raman
                          text: EdgeHub - https://www.norrvik.example/edgehub
                        chat.message.posted message-m001 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:05Z
                          id: m001
                          author.role: visitor
                          author.id: vX3
                          author.name: Priya Raman
                          text: How long is the lead time for the EdgeHub?
                        """);
    }

    @Test
    void aQueuedSessionIsTheSame() {
        assertThat(rocketchat.told("LivechatSessionQueued", "chat.conversation"))
                .isEqualTo(
                        """
                        chat.conversation.started room-kR7sQ2mWcT4xPz9aB of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:00Z
                          channel: web
                          visitor.id: vX3
                          visitor.name: Priya Raman
                          visitor.email: priya@deltafans.example
                          visitor.phone: +442071234567
                          visitor.company: Delta Fans Ltd
                          department: d-sales
                          customAttributes.order: SO-7
                        """);
    }

    @Test
    void anAgentTakesIt() {
        assertThat(rocketchat.told("LivechatSessionTaken", "chat.participant"))
                .isEqualTo(
                        """
                        chat.participant.joined joined-kR7sQ2mWcT4xPz9aB-aG1-2026-09-02T07:00:30.000Z of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:30Z
                          participant.id: aG1
                          participant.name: Lukas Brandt
                          participant.email: lukas@norrvik.example
                          role: agent
                        """);
    }

    @Test
    void anAgentAnswers() {
        assertThat(rocketchat.told("Message_agent", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-m003 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:01:10Z
                          id: m003
                          author.role: agent
                          author.id: aG1
                          author.name: Lukas Brandt
                          text: Two weeks, one if it is in stock.
                        """);
    }

    @Test
    void aBotIsToldByItsName() {
        assertThat(rocketchat.told("Message_bot", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-m002 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:06Z
                          id: m002
                          author.role: bot
                          author.id: rocket.cat
                          author.name: rocket.cat
                          text: We have your question.
                        """);
    }

    @Test
    void aFile() {
        assertThat(rocketchat.told("Message_file", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-m004 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:01:40Z
                          id: m004
                          author.role: visitor
                          author.id: vX3
                          author.name: Priya Raman
                          text:
                          attachments.0.url: https://chat.norrvik.example/file-upload/f9/site%20plan.png?rc_token=t0k3n
                          attachments.0.name: site plan.png
                          attachments.0.mediaType: image/png
                          attachments.0.size: 40211
                        """);
    }

    @Test
    void anEdit() {
        assertThat(rocketchat.told("Message_edited", "chat.message.edited"))
                .isEqualTo(
                        """
                        chat.message.edited message-m003-edited-2026-09-02T07:02:00.000Z of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:02:00Z
                          id: m003
                          text: Two weeks, three days if it is in stock.
                        """);
    }

    @Test
    void itIsForwarded() {
        assertThat(rocketchat.told("LivechatSessionForwarded", "chat.participant"))
                .isEqualTo(
                        """
                        chat.participant.joined joined-kR7sQ2mWcT4xPz9aB-aG2-2026-09-02T07:02:40.000Z of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:02:40Z
                          participant.id: aG2
                          participant.name: Maja Lindqvist
                          participant.email: maja@norrvik.example
                          role: agent
                        chat.participant.left left-kR7sQ2mWcT4xPz9aB-aG1-2026-09-02T07:00:30.000Z of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:02:40Z
                          participant.id: aG1
                          participant.name: lukas
                          role: agent
                          reason: transfer
                        """);
    }

    @Test
    void aNumberFoundInWhatWasSaid() {
        assertThat(rocketchat.told("LeadCapture", "chat."))
                .isEqualTo(
                        """
                        chat.visitor.identified visitor-kR7sQ2mWcT4xPz9aB-6c0e1dae0d5ff58a of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:00:05Z
                          visitor.id: vX3
                          visitor.name: Priya Raman
                          visitor.email: priya@deltafans.example
                          visitor.phone: +442079999999
                          visitor.company: Delta Fans Ltd
                          visitor.customAttributes.company: Delta Fans Ltd
                        """);
    }

    @Test
    void aClosedSessionIsEdited() {
        assertThat(rocketchat.told("LivechatEdit", "chat.visitor"))
                .isEqualTo(
                        """
                        chat.visitor.identified visitor-kR7sQ2mWcT4xPz9aB-37c4bcca9a6c0990 of kR7sQ2mWcT4xPz9aB at 2026-09-02T07:03:00Z
                          visitor.id: vX3
                          visitor.name: Priya S. Raman
                          visitor.email: priya@deltafans.example
                          visitor.phone: +442071234567
                          visitor.company: Delta Fans Ltd
                          visitor.customAttributes.company: Delta Fans Ltd
                        """);
    }
}
