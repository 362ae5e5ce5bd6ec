package dev.parley.meeting;

import dev.parley.store.Tx;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Who was invited to which meeting: as the outbox knows it, which forgets addresses but not to whom a mail went. */
public final class Invited {

    private final BookedMeetings booked;
    private final Sender sender;

    /** Over the store and the outbox. */
    public Invited(Tx tx, Sender sender, Clock clock) {
        this.booked = new BookedMeetings(tx, clock, sender.domain());
        this.sender = sender;
    }

    /**
     * A meeting that Parley booked.
     *
     * @param source whose UID it has in the conversation
     * @param uid that UID
     * @param sequence its SEQUENCE now
     * @param invited whether somebody with an address was invited
     */
    public record Meeting(String source, String uid, int sequence, Predicate<String> invited) {}

    /** The meeting that has a UID in calendars. */
    public Optional<Meeting> find(String icalUid) {
        return booked.find(icalUid)
                .map(booking -> new Meeting(
                        booking.key().source(), booking.key().uid(), booking.revision(), email -> IntStream.rangeClosed(
                                        0, booking.revision())
                                .anyMatch(revision ->
                                        sender.outbox().knows(Letters.name(booking.icalUid(), revision, email)))));
    }
}
