package dev.parley.channel.mailbox;

import dev.parley.channel.mailbox.Invitation.Attendee;
import dev.parley.channel.mailbox.Letter.CalendarPart;
import dev.parley.conversation.Person;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DtStamp;

/** Reads the events of an iTIP message (RFC 5545, RFC 5546). */
final class InvitationReader {

    private static final int MOST_EVENTS = 200;
    private static final int LONGEST_NUMBER = 9;

    private final String source;

    /** @param source whose mail it is if it cannot be read */
    InvitationReader(String source) {
        this.source = source;
    }

    /**
     * The events of a part; none if it is no message to anybody.
     *
     * @throws UnreadableMail if it is broken, or contradicts itself
     */
    List<Invitation> read(CalendarPart part) {
        try {
            // The library unfolds lines only where they end as the standard has it.
            Calendar calendar =
                    new CalendarBuilder().build(new StringReader(part.text().replace("\n", "\r\n")));
            String method = value(calendar.getProperty(Property.METHOD))
                    .map(InvitationReader::upper)
                    .orElse(null);
            if (method == null) {
                return List.of();
            }
            requireAgreement(part, method);
            List<VEvent> events = calendar.getComponents("VEVENT");
            if (events.size() > MOST_EVENTS) {
                throw unreadable("the calendar has more than " + MOST_EVENTS + " events");
            }
            return events.stream().map(event -> invitation(event, method)).toList();
        } catch (UnreadableMail e) {
            throw e;
        } catch (ParserException | IOException | RuntimeException e) {
            // The library's words quote the calendar, and it throws whatever its own parts throw.
            throw unreadable("the calendar is not as RFC 5545 has it, or names a time zone that it does not describe");
        }
    }

    private UnreadableMail unreadable(String what) {
        return new UnreadableMail(source, null, what);
    }

    /** RFC 6047 section 2.4. */
    private void requireAgreement(CalendarPart part, String method) {
        if (part.method() != null && !part.method().equals(method)) {
            throw unreadable("the mail says another method than the calendar in it");
        }
    }

    private Invitation invitation(VEvent event, String method) {
        EventTimes times = new EventTimes(event);
        return new Invitation(
                method,
                value(event.getProperty(Property.UID)).orElseThrow(() -> unreadable("an event has no UID")),
                times.recurrenceId(),
                sequence(event),
                event.<DtStamp>getProperty(Property.DTSTAMP)
                        .map(DtStamp::getDate)
                        .orElseThrow(() -> unreadable("an event has no DTSTAMP")),
                times.start(),
                times.end(),
                times.zone(),
                event.getProperty(Property.ORGANIZER)
                        .map(InvitationReader::person)
                        .orElse(null),
                event.getProperties(Property.ATTENDEE).stream()
                        .map(attendee -> new Attendee(person(attendee), status(attendee)))
                        .toList(),
                value(event.getProperty(Property.SUMMARY)).orElse(null),
                value(event.getProperty(Property.LOCATION)).orElse(null),
                value(event.getProperty(Property.COMMENT)).orElse(null));
    }

    private int sequence(VEvent event) {
        String sequence = value(event.getProperty(Property.SEQUENCE)).orElse("0");
        if (!sequence.matches("\\d{1," + LONGEST_NUMBER + "}")) {
            throw unreadable("an event's SEQUENCE is no number of up to " + LONGEST_NUMBER + " digits");
        }
        return Integer.parseInt(sequence);
    }

    private static Optional<String> value(Optional<? extends Property> property) {
        return property.map(Property::getValue).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static String status(Property attendee) {
        return attendee.getParameter("PARTSTAT")
                .map(status -> status.getValue().toLowerCase(Locale.ROOT))
                .orElse("needs-action");
    }

    private static Person person(Property address) {
        String name = address.getParameter("CN").map(cn -> cn.getValue()).orElse(null);
        String value = address.getValue().strip();
        String email = value.regionMatches(true, 0, "mailto:", 0, 7) ? value.substring(7) : null;
        return new Person(email == null ? value : null, name, email, null, null, null, null, null, null);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
