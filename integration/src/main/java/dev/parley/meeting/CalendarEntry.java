package dev.parley.meeting;

import dev.parley.conversation.MeetingState;
import dev.parley.conversation.Person;
import dev.parley.mapping.MeetingPolicy.Seller;
import java.net.URI;
import java.net.URISyntaxException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/** A meeting as the seller's calendar holds it (RFC 5545); its times in UTC, which no change of clocks moves. */
final class CalendarEntry {

    private CalendarEntry() {}

    /** @param uid the same each time */
    static String of(String uid, Slot slot, String subject, Seller seller, MeetingState meeting) {
        VEvent event = new VEvent(slot.start(), slot.end(), subject);
        event.add(new Uid(uid));
        event.add(new Sequence(0));
        Organizer organizer = new Organizer(address(seller.email()));
        organizer.add(new Cn(seller.name()));
        event.add(organizer);
        meeting.attendees().stream()
                .filter(person -> person.email() != null && !person.email().isBlank())
                .forEach(person -> event.add(attendee(person)));
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Parley//Meetings//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(event);
        return calendar.toString();
    }

    private static Attendee attendee(Person person) {
        Attendee attendee = new Attendee(address(person.email().strip()));
        if (person.name() != null) {
            attendee.add(new Cn(person.name()));
        }
        return attendee;
    }

    private static URI address(String email) {
        try {
            return new URI("mailto", email, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("an e-mail address that no URI can hold", e);
        }
    }
}
