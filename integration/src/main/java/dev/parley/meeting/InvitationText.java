package dev.parley.meeting;

import dev.parley.conversation.Person;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.SentBy;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** An appointment as the attendees' calendars read it out of a mail (RFC 5546 sections 3.2.2 and 3.2.5). */
final class InvitationText {

    private final String sender;

    /** @param sender the address that the mail is from: it speaks for the organizer (RFC 6047 section 2.3) */
    InvitationText(String sender) {
        this.sender = sender;
    }

    /** Whether it stands or is off, that is what it says. */
    static Method method(Booking booking) {
        return booking.cancelled() ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST;
    }

    String of(Appointment appointment) {
        Booking booking = appointment.booking();
        ZonedTimes times = new ZonedTimes(booking.slot(), appointment.zone());
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Parley//Meetings//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method(booking));
        times.description().ifPresent(calendar::add);
        calendar.add(event(appointment, times));
        return text(calendar);
    }

    private VEvent event(Appointment appointment, ZonedTimes times) {
        Booking booking = appointment.booking();
        VEvent event = new VEvent(false);
        event.add(new Uid(booking.icalUid()));
        event.add(new DtStamp(booking.stamp()));
        event.add(new Sequence(booking.revision()));
        event.add(times.start());
        event.add(times.end());
        event.add(new Summary(appointment.subject()));
        event.add(booking.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        if (appointment.location() != null) {
            event.add(new Location(appointment.location()));
        }
        event.add(organizer(appointment.organizer()));
        appointment.guests().forEach(guest -> event.add(guest(guest, booking)));
        return event;
    }

    private Organizer organizer(Person seller) {
        Organizer organizer = Attending.organizer(seller);
        if (!seller.email().equalsIgnoreCase(sender)) {
            organizer.add(new SentBy(Attending.address(sender)));
        }
        return organizer;
    }

    private static Attendee guest(Person person, Booking booking) {
        Attendee guest = Attending.attendee(person);
        guest.add(Role.REQ_PARTICIPANT);
        if (!booking.cancelled()) {
            guest.add(PartStat.NEEDS_ACTION);
            guest.add(Rsvp.TRUE);
        }
        return guest;
    }

    /** Folded, and each line ended, as RFC 5545 section 3.1 has it. */
    static String text(Calendar calendar) {
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter(false).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
