package dev.parley.channel.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * All revisions of a meeting, or of a series and its single dates. Where they stand is a matter of the revisions, not
 * of the order in which they came: each takes its place among those that are known, and what it changes about a later
 * one is told again.
 */
final class InvitationSeries {

    static final String BOOKED = "meeting.booked";
    static final String RESCHEDULED = "meeting.rescheduled";
    static final String CANCELLED = "meeting.cancelled";

    private final String source;
    private final NavigableMap<InvitationRow.Key, InvitationRow> rows = new TreeMap<>();

    /** With what is known so far. */
    InvitationSeries(String source, List<InvitationRow> known) {
        this.source = source;
        known.forEach(row -> rows.put(row.key, row));
    }

    /**
     * Takes a REQUEST or CANCEL in.
     *
     * @return the revisions that have to be told, each once: its own, also if it was told before, and others of which it
     *     says something new
     * @throws UnreadableMail if it is from somebody else than the organizer
     */
    Set<InvitationRow> take(Invitation invitation) {
        requireSameOrganizer(invitation);
        Set<InvitationRow> told = new LinkedHashSet<>();
        InvitationRow.Key key = key(source, invitation);
        InvitationRow own = rows.get(key);
        told.add(own == null ? add(row(invitation, key), told) : own);
        List<InvitationRow> off = key.cancels() && invitation.recurrenceId() == null
                ? dates().stream().map(date -> cancelled(date, key)).toList()
                : seriesCancellations(rows.get(key).series).stream()
                        .filter(cancellation -> isDate(rows.get(key)))
                        .map(cancellation -> cancelled(rows.get(key), cancellation))
                        .toList();
        off.stream()
                .filter(Objects::nonNull)
                .filter(row -> !rows.containsKey(row.key))
                .forEach(row -> told.add(add(row, told)));
        return told;
    }

    /** The highest SEQUENCE that is known of the event; empty if nothing is. */
    int sequence(Invitation invitation) {
        InvitationRow latest = latest(InvitationLog.key(source, invitation));
        return latest == null ? 0 : latest.key.sequence();
    }

    private InvitationRow latest(String invitation) {
        return rows.values().stream()
                .filter(row -> row.key.invitation().equals(invitation))
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private void requireSameOrganizer(Invitation invitation) {
        String organizer = InvitationLog.organizer(invitation);
        boolean another =
                rows.values().stream().anyMatch(row -> row.organizer != null && !row.organizer.equals(organizer));
        if (another) {
            throw new UnreadableMail(source, null, "the organizer is another than the one who sent the invitation");
        }
    }

    private static boolean isDate(InvitationRow row) {
        return row.recurrenceId != null && !row.key.cancels();
    }

    private List<InvitationRow> dates() {
        return rows.values().stream().filter(InvitationSeries::isDate).toList();
    }

    private List<InvitationRow.Key> seriesCancellations(String series) {
        return rows.keySet().stream()
                .filter(key -> key.cancels() && key.invitation().equals(series))
                .toList();
    }

    /**
     * What the cancellation of the series makes of a revision of one of its dates; null for one that was sent later.
     * The two count their SEQUENCEs apart, so that the time of sending alone tells.
     */
    private static InvitationRow cancelled(InvitationRow date, InvitationRow.Key series) {
        if (date.key.stamp().isAfter(series.stamp())) {
            return null;
        }
        InvitationRow row = new InvitationRow();
        row.key = new InvitationRow.Key(date.key.invitation(), date.key.sequence(), series.stamp(), true);
        row.series = date.series;
        row.recurrenceId = date.recurrenceId;
        row.organizer = date.organizer;
        return row;
    }

    private InvitationRow row(Invitation invitation, InvitationRow.Key key) {
        InvitationRow row = new InvitationRow();
        row.key = key;
        row.series = InvitationLog.seriesKey(source, invitation);
        row.recurrenceId = invitation.recurrenceId();
        row.startsAt = invitation.start();
        row.endsAt = invitation.end();
        row.organizer = InvitationLog.organizer(invitation);
        return row;
    }

    static InvitationRow.Key key(String source, Invitation invitation) {
        return new InvitationRow.Key(
                InvitationLog.key(source, invitation),
                invitation.sequence(),
                invitation.stamp(),
                invitation.method().equals("CANCEL"));
    }

    /** Puts a new revision in its place; those after it that now mean something else are added to what is told. */
    private InvitationRow add(InvitationRow row, Set<InvitationRow> told) {
        row.placedAt = place(row);
        rows.put(row.key, row);
        List<InvitationRow> changed = new ArrayList<>();
        InvitationRow before = null;
        for (InvitationRow each : rows.values()) {
            if (each.key.invitation().equals(row.key.invitation())) {
                String state = state(each, before);
                if (!state.equals(each.state)) {
                    each.state = state;
                    each.told++;
                    changed.add(each);
                }
                before = each;
            }
        }
        changed.remove(row);
        told.addAll(changed);
        return row;
    }

    /**
     * Events are ordered by time before sequence, so a revision must not get an earlier time than one that it replaces,
     * whatever its organizer's clock said, nor a later one than what replaces it.
     */
    private Instant place(InvitationRow row) {
        InvitationRow before = neighbour(rows.lowerEntry(row.key), row);
        InvitationRow after = neighbour(rows.higherEntry(row.key), row);
        Instant at = row.key.stamp();
        if (before != null && at.isBefore(before.placedAt)) {
            return before.placedAt;
        }
        return after != null && at.isAfter(after.placedAt) ? after.placedAt : at;
    }

    private static InvitationRow neighbour(Map.Entry<InvitationRow.Key, InvitationRow> entry, InvitationRow row) {
        return entry != null && entry.getKey().invitation().equals(row.key.invitation()) ? entry.getValue() : null;
    }

    private static String state(InvitationRow row, InvitationRow before) {
        if (row.key.cancels()) {
            return CANCELLED;
        }
        if (before == null || before.key.cancels()) {
            return BOOKED;
        }
        boolean moved = !(Objects.equals(row.startsAt, before.startsAt) && Objects.equals(row.endsAt, before.endsAt));
        return moved ? RESCHEDULED : before.state;
    }
}
