package dev.parley.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What Cal.com tells. */
class CalComTest {

    private final ShippedSource calcom = new ShippedSource("calcom");

    @Test
    void aBooking() {
        assertThat(calcom.told("BOOKING_CREATED", "meeting."))
                .isEqualTo(
                        """
                        meeting.booked booked-uid-1 at 2026-09-06T07:00:00Z
                          uid: uid-1
                          start: 2026-09-10T08:00:00Z
                          end: 2026-09-10T08:30:00Z
                          timezone: Europe/Stockholm
                          organizer.id: 55
                          organizer.name: Maja Lindqvist
                          organizer.email: maja@norrvik.example
                          attendees.0.name: Anders Nyström
                          attendees.0.email: anders@bergslag.example
                          attendees.0.phone: +46705550101
                          attendees.0.company: Bergslag Steel AB
                          attendees.0.locale: sv
                          subject: Demo between Maja Lindqvist and Anders Nyström
                          location: https://cal.norrvik.example/video/uid-1
                          answers.name: Anders Nyström
                          answers.email: anders@bergslag.example
                          answers.company: Bergslag Steel AB
                          answers.notes: Seven stands
                        """);
    }

    @Test
    void aMovedBookingNamesTheOneItWas() {
        assertThat(calcom.told("BOOKING_RESCHEDULED", "meeting."))
                .isEqualTo(
                        """
                        meeting.rescheduled rescheduled-uid-2 at 2026-09-07T07:00:00Z
                          uid: uid-2
                          previousUid: uid-1
                          start: 2026-09-11T08:00:00Z
                          end: 2026-09-11T08:30:00Z
                          timezone: Europe/Stockholm
                          organizer.id: 55
                          organizer.name: Maja Lindqvist
                          organizer.email: maja@norrvik.example
                          attendees.0.name: Anders Nyström
                          attendees.0.email: anders@bergslag.example
                          attendees.0.phone: +46705550101
                          attendees.0.locale: sv
                          subject: Demo between Maja Lindqvist and Anders Nyström
                          location: https://cal.norrvik.example/video/uid-2
                          reason: Shift change
                          answers.name: Anders Nyström
                          answers.email: anders@bergslag.example
                          answers.company: Bergslag Steel AB
                          answers.notes: Seven stands
                          answers.rescheduleReason: Shift change
                        """);
    }

    @Test
    void aCancelledBooking() {
        assertThat(calcom.told("BOOKING_CANCELLED", "meeting."))
                .isEqualTo(
                        """
                        meeting.cancelled cancelled-uid-2 at 2026-09-08T07:00:00Z
                          uid: uid-2
                          start: 2026-09-11T08:00:00Z
                          end: 2026-09-11T08:30:00Z
                          timezone: Europe/Stockholm
                          organizer.id: 55
                          organizer.name: Maja Lindqvist
                          organizer.email: maja@norrvik.example
                          attendees.0.name: Anders Nyström
                          attendees.0.email: anders@bergslag.example
                          attendees.0.phone: +46705550101
                          attendees.0.locale: sv
                          subject: Demo between Maja Lindqvist and Anders Nyström
                          reason: No budget
                        """);
    }

    @Test
    void aRequest() {
        assertThat(calcom.told("BOOKING_REQUESTED", "meeting."))
                .isEqualTo(
                        """
                        meeting.requested requested-uid-3 at 2026-09-06T07:00:00Z
                          uid: uid-3
                          start: 2026-09-10T08:00:00Z
                          end: 2026-09-10T08:30:00Z
                          timezone: Europe/Stockholm
                          organizer.id: 55
                          organizer.name: Maja Lindqvist
                          organizer.email: maja@norrvik.example
                          attendees.0.name: Anders Nyström
                          attendees.0.email: anders@bergslag.example
                          attendees.0.phone: +46705550101
                          attendees.0.locale: sv
                          subject: Demo between Maja Lindqvist and Anders Nyström
                          location: integrations:daily
                          answers.name: Anders Nyström
                          answers.email: anders@bergslag.example
                          answers.company: Bergslag Steel AB
                          answers.notes: Seven stands
                        """);
    }

    @Test
    void aRequestTurnedDown() {
        assertThat(calcom.told("BOOKING_REJECTED", "meeting."))
                .isEqualTo(
                        """
                        meeting.cancelled cancelled-uid-3 at 2026-09-06T09:00:00Z
                          uid: uid-3
                          start: 2026-09-10T08:00:00Z
                          end: 2026-09-10T08:30:00Z
                          timezone: Europe/Stockholm
                          organizer.id: 55
                          organizer.name: Maja Lindqvist
                          organizer.email: maja@norrvik.example
                          attendees.0.name: Anders Nyström
                          attendees.0.email: anders@bergslag.example
                          attendees.0.phone: +46705550101
                          attendees.0.locale: sv
                          subject: Demo between Maja Lindqvist and Anders Nyström
                          reason: On leave
                        """);
    }

    @Test
    void nobodyCame() {
        assertThat(calcom.told("BOOKING_NO_SHOW_UPDATED", "meeting."))
                .isEqualTo(
                        """
                        meeting.missed missed-uid-1-2026-09-10T08:40:00.000Z at 2026-09-10T08:40:00Z
                          uid: uid-1
                          attendees.0.email: anders@bergslag.example
                        """);
    }

    @Test
    void theyCameAfterAll() {
        assertThat(calcom.told("BOOKING_NO_SHOW_UPDATED_undone", "meeting."))
                .isEqualTo(
                        """
                        meeting.held held-uid-1-2026-09-10T08:50:00.000Z at 2026-09-10T08:50:00Z
                          uid: uid-1
                        """);
    }

    @Test
    void theVideoRoomStayedEmpty() {
        assertThat(calcom.told("AFTER_GUESTS_CAL_VIDEO_NO_SHOW", "meeting."))
                .isEqualTo(
                        """
                        meeting.missed missed-uid-1-AFTER_GUESTS_CAL_VIDEO_NO_SHOW at 2026-09-10T08:20:00Z
                          uid: uid-1
                        """);
    }

    @Test
    void theMeetingTookPlace() {
        assertThat(calcom.told("MEETING_ENDED", "meeting."))
                .isEqualTo(
                        """
                        meeting.held held-uid-1 at 2026-09-10T08:30:00Z
                          uid: uid-1
                          start: 2026-09-10T08:00:00.000Z
                          end: 2026-09-10T08:30:00.000Z
                          attendees.0.name: Anders Nyström
                          attendees.0.email: anders@bergslag.example
                          subject: Demo between Maja Lindqvist and Anders Nyström
                        """);
    }

    @Test
    void aTestOfTheAddressTellsNothing() {
        assertThat(calcom.events("PING")).isEmpty();
    }
}
