package dev.parley.meeting;

import dev.parley.conversation.Person;
import java.time.ZoneId;
import java.util.List;

/**
 * What calendars and invitations say of a booking.
 *
 * @param booking how it stands
 * @param subject one line
 * @param location or null
 * @param zone the visitor's, else the company's
 * @param organizer the seller
 * @param language of the conversation (BCP 47), or null
 * @param guests who else comes; each has an e-mail address that mail can go to
 */
record Appointment(
        Booking booking,
        String subject,
        String location,
        ZoneId zone,
        String language,
        Person organizer,
        List<Person> guests) {}
