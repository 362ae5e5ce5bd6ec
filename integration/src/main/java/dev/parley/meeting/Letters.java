package dev.parley.meeting;

import dev.parley.conversation.Person;
import dev.parley.mail.CalendarPart;
import dev.parley.mail.Mail;
import dev.parley.words.Page;
import dev.parley.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/**
 * The mails that tell attendees of an appointment, each in its reader's language; each is known by the revision it tells
 * of, so it goes out once.
 */
final class Letters {

    private static final int LONGEST_SUBJECT = 255;

    private final InvitationText invitation;
    private final String language;

    /**
     * Over how mail goes out.
     *
     * @param sender whose address speaks for the organizer, and the language for whom no other is known
     */
    Letters(Sender sender) {
        this.invitation = new InvitationText(sender.address());
        this.language = sender.language();
    }

    List<Mail> of(Appointment appointment) {
        CalendarPart calendar = new CalendarPart(
                InvitationText.method(appointment.booking()).getValue(),
                invitation.of(appointment),
                appointment.organizer().email());
        return appointment.guests().stream()
                .map(guest -> letter(appointment, guest, calendar))
                .toList();
    }

    private Mail letter(Appointment appointment, Person guest, CalendarPart calendar) {
        Booking booking = appointment.booking();
        Words words = words(appointment, guest);
        List<String> lines = lines(words, appointment);
        return Mail.named(
                name(booking.icalUid(), booking.revision(), guest.email()),
                guest.email().strip(),
                subject(words, appointment),
                String.join("\n", lines) + "\n",
                page(words, lines).outerHtml(),
                calendar);
    }

    /** Their own, else the conversation's. */
    private Words words(Appointment appointment, Person guest) {
        return Words.of(
                Letters.class,
                Stream.of(guest.locale(), appointment.language(), language)
                        .filter(Objects::nonNull)
                        .toList());
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

    private static String subject(Words words, Appointment appointment) {
        String subject = title(words, appointment);
        return subject.substring(0, Math.min(subject.length(), LONGEST_SUBJECT));
    }

    private static String title(Words words, Appointment appointment) {
        return words.of(news(appointment.booking()), appointment.subject());
    }

    private static String news(Booking booking) {
        if (booking.cancelled()) {
            return "cancelled";
        }
        return booking.revision() == 0 ? "invitation" : "changed";
    }

    private static List<String> lines(Words words, Appointment appointment) {
        Slot slot = appointment.booking().slot();
        String where = appointment.location();
        return Stream.of(
                        title(words, appointment),
                        "",
                        words.of("when", words.period(slot.start(), slot.end(), appointment.zone())),
                        where == null ? null : words.of("where", where),
                        words.of(
                                "with",
                                appointment.organizer().name(),
                                appointment.organizer().email()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** For programs that would show a text from the wrong side. */
    private static Document page(Words words, List<String> lines) {
        Document page = Page.of(words, lines.get(0));
        lines.stream()
                .filter(line -> !line.isEmpty())
                .forEach(line -> page.body().appendElement("p").text(line));
        return page;
    }
}
