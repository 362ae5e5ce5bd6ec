package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Chatwoot tells of messages. */
class ChatwootMessagesTest {

    private final ShippedSource chatwoot = new ShippedSource("chatwoot");

    @Test
    void theVisitorWrites() {
        assertThat(chatwoot.told("message_created", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88001 of 1207 at 2026-09-01T09:10:00.250Z
                          id: 88001
                          author.role: visitor
                          author.id: 412
                          author.name: Aino Laine
                          text: Do your pumps run on 60 Hz?
                          private: false
                        """);
    }

    @Test
    void anAgentAnswersWithAFile() {
        assertThat(chatwoot.told("message_created_agent", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88003 of 1207 at 2026-09-01T09:11:30.480Z
                          id: 88003
                          author.role: agent
                          author.id: 21
                          author.name: Lena Holm
                          text: They do, up to 75 kW. The data sheet is attached.
                          private: false
                          replyTo: 88001
                          attachments.0.url: https://chat.norrvik.example/rails/active_storage/blobs/redirect/abc/pump%2060Hz.pdf?disposition=attachment
                          attachments.0.name: pump 60Hz.pdf
                          attachments.0.size: 182044
                        """);
    }

    @Test
    void aBotIsNoAgent() {
        assertThat(chatwoot.told("message_created_bot", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88002 of 1207 at 2026-09-01T09:10:01Z
                          id: 88002
                          author.role: bot
                          author.id: 4
                          author.name: Greeter
                          text: Hello! A colleague will be with you in a minute.
                          private: false
                        """);
    }

    @Test
    void aPromptOfChatwootItselfIsABots() {
        assertThat(chatwoot.told("message_created_template", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88006 of 1207 at 2026-09-01T09:31:00Z
                          id: 88006
                          author.role: bot
                          text: Please rate the conversation
                          private: false
                        """);
    }

    @Test
    void aNoteIsPrivate() {
        assertThat(chatwoot.told("message_created_note", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88004 of 1207 at 2026-09-01T09:12:00Z
                          id: 88004
                          author.role: agent
                          author.id: 21
                          author.name: Lena Holm
                          text: Ask Omar for the 60 Hz price list.
                          private: true
                        """);
    }

    @Test
    void aPictureWithoutText() {
        assertThat(chatwoot.told("message_created_picture", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88007 of 1207 at 2026-09-01T09:13:00Z
                          id: 88007
                          author.role: visitor
                          author.id: 412
                          author.name: Aino Laine
                          text:
                          private: false
                          attachments.0.url: https://chat.norrvik.example/rails/active_storage/blobs/redirect/def/plate.jpg
                          attachments.0.name: plate.jpg
                          attachments.0.mediaType: image/*
                          attachments.0.size: 90133
                        """);
    }

    @Test
    void anUpdateIsTheMessageOnceMore() {
        assertThat(chatwoot.told("message_updated", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88003-2026-09-01T09:20:00.500Z of 1207 at 2026-09-01T09:11:30.480Z
                          id: 88003
                          author.role: agent
                          author.id: 21
                          author.name: Lena Holm
                          text: They do, up to 90 kW. The data sheet is attached.
                          private: false
                        """);
    }

    @Test
    void aDeletedMessage() {
        assertThat(chatwoot.told("message_updated_deleted", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.deleted message-88004-deleted of 1207 at 2026-09-01T09:21:40Z
                          id: 88004
                        """);
    }

    @Test
    void anExportHoldsTheSameMessagesAndTheSystemsOwn() {
        assertThat(chatwoot.told("conversation_exported", "chat.message"))
                .isEqualTo(
                        """
                        chat.message.posted message-88001 of 1207 at 2026-09-01T09:10:00Z
                          id: 88001
                          author.role: visitor
                          author.id: 412
                          author.name: Aino Laine
                          text: Do your pumps run on 60 Hz?
                          private: false
                        chat.message.posted message-88003 of 1207 at 2026-09-01T09:11:30Z
                          id: 88003
                          author.role: agent
                          author.id: 21
                          author.name: Lena Holm
                          text: They do, up to 90 kW. The data sheet is attached.
                          private: false
                        chat.message.posted message-88009 of 1207 at 2026-09-01T09:11:30Z
                          id: 88009
                          author.role: system
                          text: Lena Holm was assigned
                          private: false
                        """);
    }
}
