package dev.parley.channel.mailbox;

import com.google.common.hash.Hashing;
import dev.parley.store.Tx;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;

/** Remembers the revisions of invitations. */
final class InvitationLog {

    private final Tx tx;

    InvitationLog(Tx tx) {
        this.tx = tx;
    }

    /** What is known of the meeting, and of the series that it is in. */
    InvitationSeries known(String source, Invitation invitation) {
        return new InvitationSeries(source, tx.call(em -> em.createQuery(
                        "select r from InvitationRow r where r.series = :series or r.key.invitation = :key",
                        InvitationRow.class)
                .setParameter("series", seriesKey(source, invitation))
                .setParameter("key", key(source, invitation))
                .getResultList()));
    }

    /** Remembers revisions as they stand now. */
    void remember(Collection<InvitationRow> rows) {
        tx.run(em -> rows.forEach(em::merge));
    }

    /** Whose it is, to be compared and no more: a hash, as an address may be of any length. */
    static String organizer(Invitation invitation) {
        return invitation.organizer() == null || invitation.organizer().email() == null
                ? null
                : hash(invitation.organizer().email().toLowerCase(Locale.ROOT));
    }

    static String key(String source, Invitation invitation) {
        return hash(source + "\n" + invitation.key());
    }

    static String seriesKey(String source, Invitation invitation) {
        return hash(source + "\n" + invitation.uid());
    }

    private static String hash(String text) {
        return Hashing.sha256().hashString(text, StandardCharsets.UTF_8).toString();
    }
}
