package dev.parley.meeting;

import dev.parley.conversation.Person;
import java.util.Optional;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.ScheduleAgent;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An appointment as the seller's calendar holds it (RFC 5545); its times in UTC, which no change of clocks moves. What
 * the seller added to the entry, such as notes and alarms, stays.
 */
final class CalendarEntry {

    private final Appointment appointment;
    private final Booking booking;

    CalendarEntry(Appointment appointment) {
        this.appointment = appointment;
        this.booking = appointment.booking();
    }

    /**
     * What is to be written.
     *
     * @param there what the calendar holds of it
     * @return empty where nothing need be written
     */
    Optional<String> over(Optional<String> there) {
        if (there.isEmpty()) {
            // Whatever the seller has taken out need not be called off.
            return booking.cancelled() ? Optional.empty() : Optional.of(made());
        }
        Calendar calendar = BusyTimes.calendar(there.get());
        Optional<VEvent> event = calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .filter(each -> each.getUid()
                        .map(Uid::getValue)
                        .filter(booking.icalUid()::equals)
                        .isPresent())
                .findFirst();
        if (event.isEmpty()) {
            return Optional.of(made());
        }
        if (isWritten(event.get())) {
            return Optional.empty();
        }
        change(event.get());
        return Optional.of(InvitationText.text(calendar));
    }

    private String made() {
        VEvent event = new VEvent(false);
        event.add(new Uid(booking.icalUid()));
        event.add(new Summary(appointment.subject()));
        if (appointment.location() != null) {
            event.add(new Location(appointment.location()));
        }
        event.add(Attending.organizer(appointment.organizer()));
        appointment.guests().forEach(guest -> event.add(attendee(guest)));
        change(event);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Parley//Meetings//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(event);
        return InvitationText.text(calendar);
    }

    private boolean isWritten(VEvent event) {
        boolean off = event.getProperty(Property.STATUS)
                .map(Property::getValue)
                .filter("CANCELLED"::equalsIgnoreCase)
                .isPresent();
        return sequence(event) >= booking.revision()
                && off == booking.cancelled()
                && BusyTimes.slot(event).filter(booking.slot()::equals).isPresent();
    }

    private void change(VEvent event) {
        int revision = Math.max(booking.revision(), sequence(event));
        event.removeAll(
                Property.DTSTART,
                Property.DTEND,
                Property.DURATION,
                Property.DTSTAMP,
                Property.SEQUENCE,
                Property.STATUS,
                Property.TRANSP);
        event.add(new DtStart<>(booking.slot().start()));
        event.add(new DtEnd<>(booking.slot().end()));
        event.add(new DtStamp(booking.stamp()));
        event.add(new Sequence(revision));
        event.add(booking.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(booking.cancelled() ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
    }

    private static int sequence(VEvent event) {
        return event.<Sequence>getProperty(Property.SEQUENCE)
                .map(Sequence::getSequenceNo)
                .orElse(0);
    }

    /** Parley invites them: a server that invites by itself (RFC 6638) must not do so a second time. */
    private static Attendee attendee(Person person) {
        Attendee attendee = Attending.attendee(person);
        attendee.add(ScheduleAgent.CLIENT);
        return attendee;
    }
}
