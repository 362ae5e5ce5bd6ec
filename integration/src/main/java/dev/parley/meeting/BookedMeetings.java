package dev.parley.meeting;

import com.google.common.hash.Hashing;
import dev.parley.store.Tx;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The meetings that Parley booked itself. What is to be told of them stands here before it is told to anybody. */
public final class BookedMeetings {

    private final Tx tx;
    private final Clock clock;
    private final String domain;

    /**
     * Over the store.
     *
     * @param domain what the UIDs of new meetings end in, so that they are like no other system's
     */
    public BookedMeetings(Tx tx, Clock clock, String domain) {
        this.tx = tx;
        this.clock = clock;
        this.domain = domain;
    }

    /** One of them; empty for a meeting that was booked elsewhere, or not at all. */
    Optional<Booking> find(MeetingKey meeting) {
        return tx.call(em -> Optional.ofNullable(em.find(BookingRow.class, BookingRow.key(meeting)))
                .map(BookingRow::booking));
    }

    /** One of them by its UID in calendars. */
    Optional<Booking> find(String icalUid) {
        return tx.call(em -> em.createQuery("select b from BookingRow b where b.icalUid = :uid", BookingRow.class)
                .setParameter("uid", icalUid)
                .getResultStream()
                .findFirst()
                .map(BookingRow::booking));
    }

    /** It stands, with this seller at this time; the same again is no new revision. */
    Booking stands(MeetingKey meeting, String seller, Slot slot) {
        return tx.call(em -> {
            BookingRow row = em.find(BookingRow.class, BookingRow.key(meeting), LockModeType.PESSIMISTIC_WRITE);
            boolean news = row == null;
            if (news) {
                row = new BookingRow(meeting, uid(meeting));
            }
            boolean same = !news
                    && !row.cancelled
                    && row.seller.equals(seller)
                    && row.booking().slot().equals(slot);
            if (!same) {
                row.seller = seller;
                row.start = slot.start();
                row.end = slot.end();
                row.cancelled = false;
                row.next(now());
            }
            if (news) {
                em.persist(row);
            }
            return row.booking();
        });
    }

    /** It is off; the same again is no new revision. */
    Booking off(Booking booking) {
        return tx.call(em -> {
            BookingRow row = em.find(BookingRow.class, BookingRow.key(booking.key()), LockModeType.PESSIMISTIC_WRITE);
            if (!row.cancelled) {
                row.cancelled = true;
                row.next(now());
            }
            return row.booking();
        });
    }

    /** Everybody knows of this revision. */
    void told(Booking booking) {
        tx.run(em -> em.createQuery("update BookingRow b set b.told = :told where b.key = :key and b.told < :told")
                .setParameter("told", booking.revision())
                .setParameter("key", BookingRow.key(booking.key()))
                .executeUpdate());
    }

    /** iCalendar knows no fraction of a second. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** It tells nobody which conversation it is of. */
    private String uid(MeetingKey meeting) {
        String hash = Hashing.sha256()
                .hashString(meeting.source() + "\n" + meeting.uid(), StandardCharsets.UTF_8)
                .toString();
        return hash.substring(0, 40) + "@" + domain;
    }
}
