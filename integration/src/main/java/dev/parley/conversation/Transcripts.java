package dev.parley.conversation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts transcripts into parts. What was written before stays as it is up to the part that holds the earliest change;
 * only from there on messages are read and packed again.
 */
final class Transcripts {

    /** Before every message. */
    private static final byte[] START = {};

    private final EntityManager em;
    private final boolean privateNotes;

    /** Over a transaction; with private notes only where a property wants them in the CRM. */
    Transcripts(EntityManager em, boolean privateNotes) {
        this.em = em;
        this.privateNotes = privateNotes;
    }

    /** Packs all of it, as if nothing had been written. */
    Transcript anew(long conversation) {
        return packed(conversation, 0, false);
    }

    /**
     * Packs what has changed.
     *
     * @param conversation its row's id
     * @param sinceVersion the conversation's version that the CRM holds; 0 packs all of it
     * @param whole true for what has not changed too, and for what was written and is no longer needed
     */
    Transcript packed(long conversation, long sinceVersion, boolean whole) {
        List<PartRow> written = sinceVersion == 0 ? List.of() : written(conversation);
        // Nothing remembered of what was written: look at all of it.
        byte[] earliest = whole ? START : earliestChange(conversation, written.isEmpty() ? 0 : sinceVersion);
        if (earliest == null) {
            return new Transcript(List.of(), hashes(written));
        }
        List<PartRow> kept = keptBefore(written, earliest);
        byte[] from = kept.size() < written.size() ? written.get(kept.size()).firstPosition : earliest;
        List<TranscriptPart> parts = pack(conversation, kept, min(from, earliest));
        List<String> hashes = Stream.concat(
                        hashes(kept).stream(), parts.stream().map(TranscriptPart::hash))
                .toList();
        return new Transcript(withBlanks(parts, kept.size(), written), hashes);
    }

    private List<PartRow> written(long conversation) {
        return em.createQuery(
                        "select p from PartRow p where p.key.conversationId = :id and p.hash <> ''"
                                + " order by p.key.sequence",
                        PartRow.class)
                .setParameter("id", conversation)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    private byte[] earliestChange(long conversation, long sinceVersion) {
        return em.createQuery(
                        "select m.position from MessageRow m where m.key.conversationId = :id"
                                + " and m.changedVersion > :version order by m.key.conversationId, m.position",
                        byte[].class)
                .setParameter("id", conversation)
                .setParameter("version", sinceVersion)
                .setFlushMode(FlushModeType.COMMIT)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    /** The parts that end before the change. One that a long message runs into goes with the one it began in. */
    private static List<PartRow> keptBefore(List<PartRow> written, byte[] earliest) {
        int kept = 0;
        while (kept + 1 < written.size() && Arrays.compareUnsigned(written.get(kept + 1).firstPosition, earliest) < 0) {
            kept++;
        }
        while (kept > 0 && Arrays.equals(written.get(kept).firstPosition, written.get(kept - 1).firstPosition)) {
            kept--;
        }
        return written.subList(0, kept);
    }

    private static byte[] min(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }

    private List<TranscriptPart> pack(long conversation, List<PartRow> kept, byte[] from) {
        TranscriptPacker packer = new TranscriptPacker(kept.size(), TranscriptPacker.MOST_CHARACTERS);
        em.createQuery(
                        "select m from MessageRow m where m.key.conversationId = :id and m.position >= :from"
                                + " order by m.key.conversationId, m.position, m.key.messageId",
                        MessageRow.class)
                .setParameter("id", conversation)
                .setParameter("from", from)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .map(MessageRow::state)
                .filter(message -> message.shows(privateNotes))
                .forEach(packer::add);
        return packer.parts();
    }

    private static List<TranscriptPart> withBlanks(List<TranscriptPart> parts, int kept, List<PartRow> written) {
        List<TranscriptPart> all = new ArrayList<>(parts);
        for (int sequence = kept + parts.size() + 1; sequence <= written.size(); sequence++) {
            PartRow row = written.get(sequence - 1);
            all.add(new TranscriptPart(sequence, row.firstPosition, row.firstAt, row.lastAt, "", ""));
        }
        return all;
    }

    private static List<String> hashes(List<PartRow> rows) {
        return rows.stream().map(row -> row.hash).toList();
    }

    /** Makes the next packing begin at the start. */
    void forget(long conversation) {
        em.createQuery("delete from PartRow p where p.key.conversationId = :id")
                .setParameter("id", conversation)
                .executeUpdate();
    }

    /** Remembers where the parts begin, once they stand in the CRM. */
    void keep(long conversation, Transcript transcript) {
        transcript.changed().forEach(part -> em.merge(new PartRow(conversation, part)));
    }
}
