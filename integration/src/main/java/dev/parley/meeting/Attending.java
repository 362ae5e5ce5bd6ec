package dev.parley.meeting;

import dev.parley.conversation.Person;
import dev.parley.mail.Mail;
import java.net.URI;
import java.net.URISyntaxException;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Organizer;

/** People as iCalendar names them (RFC 5545 section 3.8.4). */
final class Attending {

    private Attending() {}

    static Organizer organizer(Person person) {
        Organizer organizer = new Organizer(address(person.email()));
        if (person.name() != null) {
            organizer.add(name(person));
        }
        return organizer;
    }

    static Attendee attendee(Person person) {
        Attendee attendee = new Attendee(address(person.email()));
        if (person.name() != null) {
            attendee.add(name(person));
        }
        return attendee;
    }

    /** No quoting hides what ends a line. */
    private static Cn name(Person person) {
        return new Cn(Mail.oneLine(person.name()).strip());
    }

    static URI address(String email) {
        try {
            return new URI("mailto", email.strip(), null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an e-mail address that no URI can hold", e);
        }
    }
}
