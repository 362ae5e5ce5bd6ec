package dev.parley.meeting;

import dev.parley.mail.CalendarPart;
import dev.parley.mail.Mail;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The mails that tell attendees of an appointment; each is known by the revision it tells of, so it goes out once. */
final class Letters {

    private static final int LONGEST_SUBJECT = 255;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final InvitationText invitation;

    /** @param sender the address that they are from */
    Letters(String sender) {
        this.invitation = new InvitationText(sender);
    }

    List<Mail> of(Appointment appointment) {
        Booking booking = appointment.booking();
        CalendarPart calendar = new CalendarPart(
                InvitationText.method(booking).getValue(),
                invitation.of(appointment),
                appointment.organizer().email());
        return appointment.guests().stream()
                .map(guest -> Mail.named(
                        name(booking.icalUid(), booking.revision(), guest.email()),
                        guest.email().strip(),
                        subject(appointment),
                        text(appointment),
                        calendar))
                .toList();
    }

    /** What the mail is known by in the outbox. */
    static String name(String icalUid, int revision, String email) {
        return String.join(
                ":",
                "meeting",
                icalUid,
                Integer.toString(revision),
                email.strip().toLowerCase(Locale.ROOT));
    }

    private static String subject(Appointment appointment) {
        String subject = word(appointment.booking()) + ": " + appointment.subject();
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    private static String word(Booking booking) {
        if (booking.cancelled()) {
            return "Cancelled";
        }
        return booking.revision() == 0 ? "Invitation" : "Changed";
    }

    private static String text(Appointment appointment) {
        Slot slot = appointment.booking().slot();
        ZonedDateTime start = slot.start().atZone(appointment.zone());
        String when = DAY.format(start) + " to " + HOUR.format(slot.end().atZone(appointment.zone())) + " ("
                + appointment.zone().getId() + ")";
        String where = appointment.location() == null ? "" : "Where: " + appointment.location() + "\n";
        return """
                %s: %s

                When: %s
                %sWith: %s, %s
                """
                .formatted(
                        word(appointment.booking()),
                        appointment.subject(),
                        when,
                        where,
                        appointment.organizer().name(),
                        appointment.organizer().email());
    }
}
