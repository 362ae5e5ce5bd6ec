package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Calendly tells. */
class CalendlyTest {

    private final ShippedSource calendly = new ShippedSource("calendly");

    @Test
    void aBooking() {
        assertThat(calendly.told("invitee_created", "meeting."))
                .isEqualTo(
                        """
                        meeting.booked booked-https://api.calendly.com/scheduled_events/E1/invitees/I1 at 2026-09-06T10:00:00Z
                          uid: https://api.calendly.com/scheduled_events/E1/invitees/I1
                          start: 2026-09-14T14:00:00.000000Z
                          end: 2026-09-14T14:30:00.000000Z
                          timezone: America/New_York
                          organizer.id: https://api.calendly.com/users/U1
                          organizer.name: Daniel Okafor
                          organizer.email: daniel@norrvik.example
                          attendees.0.name: Priscilla Odom
                          attendees.0.email: priscilla@lakes.example
                          attendees.0.phone: +12165550188
                          attendees.1.email: marcus@lakes.example
                          subject: Product demo
                          location: https://zoom.example/j/1
                          answers.What is it about?: Kiln drives
                          answers.Company: Great Lakes Cement
                        """);
    }

    @Test
    void aMovedBookingNamesTheOneItWas() {
        assertThat(calendly.told("invitee_created_rescheduled", "meeting."))
                .isEqualTo(
                        """
                        meeting.rescheduled rescheduled-https://api.calendly.com/scheduled_events/E2/invitees/I2 at 2026-09-08T10:00:00Z
                          uid: https://api.calendly.com/scheduled_events/E2/invitees/I2
                          previousUid: https://api.calendly.com/scheduled_events/E1/invitees/I1
                          start: 2026-09-15T14:00:00.000000Z
                          end: 2026-09-15T14:30:00.000000Z
                          timezone: America/New_York
                          organizer.id: https://api.calendly.com/users/U1
                          organizer.name: Daniel Okafor
                          organizer.email: daniel@norrvik.example
                          attendees.0.name: Priscilla Odom
                          attendees.0.email: priscilla@lakes.example
                          attendees.0.phone: +12165550188
                          attendees.1.email: marcus@lakes.example
                          subject: Product demo
                          location: https://zoom.example/j/1
                          answers.What is it about?: Kiln drives
                          answers.Company: Great Lakes Cement
                        """);
    }

    @Test
    void aCancelledBooking() {
        assertThat(calendly.told("invitee_canceled", "meeting."))
                .isEqualTo(
                        """
                        meeting.cancelled cancelled-https://api.calendly.com/scheduled_events/E2/invitees/I2 at 2026-09-09T10:00:00Z
                          uid: https://api.calendly.com/scheduled_events/E2/invitees/I2
                          start: 2026-09-15T14:00:00.000000Z
                          end: 2026-09-15T14:30:00.000000Z
                          timezone: America/New_York
                          attendees.0.name: Priscilla Odom
                          attendees.0.email: priscilla@lakes.example
                          subject: Product demo
                          reason: Found another
                        """);
    }

    @Test
    void nobodyCame() {
        assertThat(calendly.told("invitee_no_show_created", "meeting."))
                .isEqualTo(
                        """
                        meeting.missed missed-https://api.calendly.com/scheduled_events/E2/invitees/I2-2026-09-15T14:40:00.000000Z at 2026-09-15T14:40:00Z
                          uid: https://api.calendly.com/scheduled_events/E2/invitees/I2
                          attendees.0.name: Priscilla Odom
                          attendees.0.email: priscilla@lakes.example
                          subject: Product demo
                        """);
    }

    @Test
    void theyCameAfterAll() {
        assertThat(calendly.told("invitee_no_show_deleted", "meeting."))
                .isEqualTo(
                        """
                        meeting.held held-https://api.calendly.com/scheduled_events/E2/invitees/I2-2026-09-15T14:50:00.000000Z at 2026-09-15T14:50:00Z
                          uid: https://api.calendly.com/scheduled_events/E2/invitees/I2
                          subject: Product demo
                        """);
    }

    @Test
    void theOldHalfOfAMoveTellsNothing() {
        assertThat(calendly.events("invitee_canceled_rescheduled")).isEmpty();
    }

    @Test
    void aListOfInviteesWithTheirEventTellsWhatTheWebhooksTold() {
        assertThat(calendly.events("invitees_listed"))
                .extracting(event ->
                        event.envelope().id() + " at " + event.envelope().time())
                .containsExactlyInAnyOrder(
                        "booked-https://api.calendly.com/scheduled_events/E1/invitees/I1 at 2026-09-06T10:00:00Z",
                        "booked-https://api.calendly.com/scheduled_events/E1/invitees/I2 at 2026-09-06T10:00:00Z",
                        "rescheduled-https://api.calendly.com/scheduled_events/E1/invitees/I3 at 2026-09-06T10:00:00Z",
                        "cancelled-https://api.calendly.com/scheduled_events/E1/invitees/I2 at 2026-09-08T09:00:00Z",
                        "missed-https://api.calendly.com/scheduled_events/E1/invitees/I3-2026-09-14T14:40:00.000000Z"
                                + " at 2026-09-14T14:40:00Z");
        assertThat(calendly.told("invitees_listed", "meeting.missed"))
                .contains("subject: Product demo", "attendees.0.email: ada@lakes.example");
        assertThat(calendly.told("invitees_listed", "meeting.booked"))
                .contains("start: 2026-09-14T14:00:00.000000Z", "organizer.email: daniel@norrvik.example");
    }

    @Test
    void anEventThatIsListedWithoutItsInviteesIsNobodysMeeting() {
        calendly.json("scheduled_events_listed").path("collection").forEach(event -> assertThat(
                        calendly.translate(event, ShippedSource.NOW))
                .isEmpty());
    }

    @Test
    void aFormWithoutBookingTellsNothing() {
        assertThat(calendly.events("routing_form_submission_created")).isEmpty();
    }
}
