package dev.parley.channel.mailbox;

import com.google.common.hash.Hashing;
import dev.parley.store.Tx;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Remembers the latest version of each invitation: revisions count by SEQUENCE, then DTSTAMP (RFC 5546 section 2.1.5). */
final class InvitationLog {

    static final String BOOKED = "meeting.booked";
    static final String RESCHEDULED = "meeting.rescheduled";
    static final String CANCELLED = "meeting.cancelled";

    private final Tx tx;

    InvitationLog(Tx tx) {
        this.tx = tx;
    }

    /** The latest version; empty if nothing is known of the event. */
    Optional<InvitationRow> latest(String source, Invitation invitation) {
        return tx.call(em -> Optional.ofNullable(em.find(InvitationRow.class, key(source, invitation))));
    }

    /** Remembers a version that is not older than the latest. */
    void remember(InvitationRow row) {
        tx.run(em -> em.merge(row));
    }

    /**
     * Whether a version is older than the latest one. Calendars that count up nothing cancel with the revision that
     * they booked with: what is said of a cancelled revision but that it is off, is older too.
     */
    static boolean isObsolete(Invitation invitation, InvitationRow latest) {
        int order = order(invitation, latest);
        return order < 0 || (order == 0 && latest.state.equals(CANCELLED) && !cancels(invitation));
    }

    private static boolean cancels(Invitation invitation) {
        return invitation.method().equals("CANCEL");
    }

    private static int order(Invitation invitation, InvitationRow latest) {
        int bySequence = Integer.compare(invitation.sequence(), latest.sequence);
        return bySequence == 0 ? invitation.stamp().compareTo(latest.stamp) : bySequence;
    }

    /**
     * The row of the next version, or the same again for the same one.
     *
     * @param latest null if nothing is known of the event
     */
    static InvitationRow next(String source, Invitation invitation, InvitationRow latest) {
        if (latest != null && order(invitation, latest) == 0 && cancels(invitation) == latest.state.equals(CANCELLED)) {
            return latest;
        }
        InvitationRow row = new InvitationRow();
        row.key = key(source, invitation);
        row.sequence = invitation.sequence();
        row.stamp = invitation.stamp();
        row.placedAt = latest == null ? invitation.stamp() : after(latest, invitation);
        row.state = state(invitation, latest);
        boolean keeps = invitation.start() == null && latest != null;
        row.startsAt = keeps ? latest.startsAt : invitation.start();
        row.endsAt = keeps ? latest.endsAt : invitation.end();
        row.organizer = organizer(invitation);
        return row;
    }

    /**
     * Events are ordered by time before sequence, so the revision of an organizer whose clock went back must not get an
     * earlier time than the one that it replaces.
     */
    private static Instant after(InvitationRow latest, Invitation invitation) {
        if (invitation.stamp().isAfter(latest.placedAt)) {
            return invitation.stamp();
        }
        return invitation.sequence() > latest.sequence ? latest.placedAt : latest.placedAt.plusMillis(1);
    }

    private static String state(Invitation invitation, InvitationRow latest) {
        if (cancels(invitation)) {
            return CANCELLED;
        }
        if (latest == null || latest.state.equals(CANCELLED)) {
            return BOOKED;
        }
        boolean moved = !(invitation.start() != null
                && invitation.start().equals(latest.startsAt)
                && invitation.end().equals(latest.endsAt));
        return moved ? RESCHEDULED : latest.state;
    }

    /** Whose it is, to be compared and no more: a hash, as an address may be of any length. */
    static String organizer(Invitation invitation) {
        return invitation.organizer() == null || invitation.organizer().email() == null
                ? null
                : hash(invitation.organizer().email().toLowerCase(Locale.ROOT));
    }

    private static String key(String source, Invitation invitation) {
        return hash(source + "\n" + invitation.key());
    }

    private static String hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
