package dev.parley.meeting;

import dev.parley.conversation.ChatEvent;
import dev.parley.conversation.Inbox;
import dev.parley.mail.Mail;
import dev.parley.mail.Outbox;
import dev.parley.mapping.MeetingPolicy.Seller;
import dev.parley.store.Tx;
import java.util.List;

/**
 * Tells the seller's calendar, the attendees and the conversation how a booking stands. Each step done twice is done
 * once, and only the last one marks the booking as told: whatever ends the program in between, nobody is left out and
 * nobody is told twice.
 */
final class Announcer {

    private final SellerTime time;
    private final Tx tx;
    private final Outbox outbox;
    private final Letters letters;
    private final Inbox inbox;
    private final BookedMeetings booked;

    Announcer(SellerTime time, Tx tx, Outbox outbox, Letters letters, Inbox inbox, BookedMeetings booked) {
        this.time = time;
        this.tx = tx;
        this.outbox = outbox;
        this.letters = letters;
        this.inbox = inbox;
        this.booked = booked;
    }

    /**
     * Tells all of them.
     *
     * @param events for the conversation
     * @throws CalendarTrouble if the calendar cannot be written now; then nobody else is told yet
     */
    void tell(Appointment appointment, Seller seller, List<ChatEvent> events) {
        if (seller.calendar() != null) {
            time.calendar(seller)
                    .write(appointment.booking().icalUid(), there -> new CalendarEntry(appointment).over(there));
        }
        List<Mail> mails = letters.of(appointment);
        tx.run(em -> mails.forEach(mail -> outbox.put(em, mail)));
        if (!events.isEmpty()) {
            inbox.receive(events);
        }
        booked.told(appointment.booking());
    }
}
