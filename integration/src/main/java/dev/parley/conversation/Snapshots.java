package dev.parley.conversation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads conversations as they stand, with as few queries as many of them together allow. */
final class Snapshots {

    /** The opening line is a record's summary until something better is known. */
    private static final int LONGEST_OPENING = 255;

    /** More of a talk than that says nothing more of what it is about. */
    static final int MOST_SAID = 200;

    private final boolean privateNotes;

    Snapshots(boolean privateNotes) {
        this.privateNotes = privateNotes;
    }

    /** With what of the transcript has changed since it was written. */
    List<Snapshot> of(EntityManager em, List<ConversationRow> rows) {
        Transcripts transcripts = new Transcripts(em, privateNotes);
        return of(em, rows, row -> transcripts.packed(row.id, row.appliedVersion, row.whole));
    }

    /** With the whole transcript, as if nothing had been written. */
    List<Snapshot> whole(EntityManager em, List<ConversationRow> rows) {
        Transcripts transcripts = new Transcripts(em, privateNotes);
        return of(em, rows, row -> transcripts.anew(row.id));
    }

    /** For whoever does not ask what was said, as if nothing had been. */
    List<Snapshot> untold(EntityManager em, List<ConversationRow> rows) {
        return of(em, rows, row -> Transcript.EMPTY);
    }

    private static List<Snapshot> of(
            EntityManager em, List<ConversationRow> rows, Function<ConversationRow, Transcript> transcripts) {
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, Tally> tallies =
                new Tallies(em).of(rows.stream().map(row -> row.id).toList());
        return rows.stream()
                .map(row -> of(em, row, tallies.getOrDefault(row.id, Tally.NONE), transcripts.apply(row)))
                .toList();
    }

    private static Snapshot of(EntityManager em, ConversationRow row, Tally tally, Transcript transcript) {
        return new Snapshot(
                row.id,
                new ConversationKey(row.source, row.subject),
                row.version,
                row.appliedVersion,
                row.fold(),
                tally,
                transcript,
                tally.visitorMessages() == 0 ? null : opening(em, row.id),
                row.live,
                row.attempts);
    }

    void keep(EntityManager em, Snapshot snapshot, boolean whole) {
        Transcripts transcripts = new Transcripts(em, privateNotes);
        if (whole) {
            transcripts.keep(snapshot.rowId(), snapshot.transcript());
        } else {
            transcripts.forget(snapshot.rowId());
        }
    }

    /** The visitor's first words, or null: read from the start of the index, so that a long conversation costs no more. */
    private static String opening(EntityManager em, long conversation) {
        return em.createQuery(
                        "select m from MessageRow m where m.key.conversationId = :id and m.counted = true"
                                + " and m.role = 'visitor' order by m.key.conversationId, m.position",
                        MessageRow.class)
                .setParameter("id", conversation)
                .setMaxResults(1)
                // Nothing of what is read was changed before: to look through all that was read each time takes longer.
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .map(row -> shortened(row.state().text().value()))
                .orElse(null);
    }

    static String said(EntityManager em, long conversation) {
        return em
                .createQuery(
                        "select m from MessageRow m where m.key.conversationId = :id and m.counted = true"
                                + " order by m.key.conversationId desc, m.position desc",
                        MessageRow.class)
                .setParameter("id", conversation)
                .setMaxResults(MOST_SAID)
                .getResultList()
                .stream()
                .map(row -> row.state().text().value())
                .collect(Collectors.joining("\n"));
    }

    static List<MessageState> messages(EntityManager em, long conversation) {
        List<MessageState> latest = em.createQuery(
                        "select m from MessageRow m where m.key.conversationId = :id and m.counted = true"
                                + " order by m.key.conversationId desc, m.position desc, m.key.messageId desc",
                        MessageRow.class)
                .setParameter("id", conversation)
                .setMaxResults(Readings.MOST_MESSAGES)
                .getResultStream()
                .map(MessageRow::state)
                .collect(Collectors.toList());
        Collections.reverse(latest);
        return latest;
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_OPENING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_OPENING - 1)) + "…";
    }
}
