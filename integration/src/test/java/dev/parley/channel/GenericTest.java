package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The starter works as it stands. */
class GenericTest {

    private final ShippedSource generic = new ShippedSource("generic");

    @Test
    void aStart() {
        assertThat(generic.told("started", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.started e-1 of c-1 at 2026-09-01T09:30:00Z
                          channel: web
                          page.url: https://www.norrvik.example/
                          visitor.id: v-1
                          visitor.name: Ada Bell
                          visitor.email: ada@cranes.example
                          visitor.phone: +46701234567
                          visitor.company: Cranes Ltd
                        """);
    }

    @Test
    void aMessage() {
        assertThat(generic.told("message", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted m-1 of c-1 at 2026-09-01T09:30:10Z
                          id: m-1
                          author.role: visitor
                          author.name: Ada Bell
                          text: Hello
                          attachments.0.url: https://files.norrvik.example/plan.pdf
                          attachments.0.name: plan.pdf
                          attachments.0.mediaType: application/pdf
                        """);
    }

    @Test
    void aNote() {
        assertThat(generic.told("note", "chat."))
                .isEqualTo(
                        """
                        chat.message.posted m-2 of c-1 at 2026-09-01T09:31:10Z
                          id: m-2
                          author.role: agent
                          author.name: Maja
                          text: A good one
                          private: true
                        """);
    }

    @Test
    void anEdit() {
        assertThat(generic.told("edited", "chat."))
                .isEqualTo(
                        """
                        chat.message.edited e-3 of c-1 at 2026-09-01T09:32:10Z
                          id: m-1
                          text: Hello!
                        """);
    }

    @Test
    void aDeletion() {
        assertThat(generic.told("deleted", "chat."))
                .isEqualTo(
                        """
                        chat.message.deleted e-4 of c-1 at 2026-09-01T09:33:10Z
                          id: m-2
                        """);
    }

    @Test
    void aRating() {
        assertThat(generic.told("rating", "chat."))
                .isEqualTo(
                        """
                        chat.rating.given e-5 of c-1 at 2026-09-01T09:40:10Z
                          value: 5
                          scale: 5
                          comment: Thanks
                        """);
    }

    @Test
    void aClosing() {
        assertThat(generic.told("closed", "chat."))
                .isEqualTo(
                        """
                        chat.conversation.closed e-6 of c-1 at 2026-09-01T09:41:10Z
                          by: agent
                          reason: resolved
                        """);
    }

    @Test
    void aBooking() {
        assertThat(generic.told("booked", "meeting."))
                .isEqualTo(
                        """
                        meeting.booked e-7 at 2026-09-01T09:42:10Z
                          uid: b-1
                          start: 2026-09-02T09:00:00Z
                          end: 2026-09-02T09:30:00Z
                          timezone: Europe/Stockholm
                          subject: Demo
                          attendees.0.name: Ada Bell
                          attendees.0.email: ada@cranes.example
                        """);
    }

    @Test
    void aCancelledBooking() {
        assertThat(generic.told("cancelled", "meeting."))
                .isEqualTo(
                        """
                        meeting.cancelled e-8 at 2026-09-01T10:42:10Z
                          uid: b-1
                          reason: Ill
                        """);
    }
}
