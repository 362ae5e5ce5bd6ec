package dev.parley.channel;

import com.google.common.primitives.Longs;
import dev.parley.mapping.Place;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Deliveries that came from whom they should and could not be read: kept whole until a person has mended the file that
 * reads them, or discards them. The same bytes of one source are kept once.
 */
public final class Unread {

    /** What an id begins with; a number follows. */
    private static final String PREFIX = "unread-";

    /** Most bytes kept at once, over all sources. */
    static final long MOST_BYTES = 256L << 20;

    private static final int MOST_LISTED = 1_000;
    private static final Duration COME_AGAIN = Duration.ofMinutes(10);

    private final Tx tx;
    private final Clock clock;
    private final long mostBytes;

    /** Over the store. */
    public Unread(Tx tx, Clock clock) {
        this(tx, clock, MOST_BYTES);
    }

    Unread(Tx tx, Clock clock, long mostBytes) {
        this.tx = tx;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    /**
     * Keeps what has just arrived and needs nothing but itself to be read.
     *
     * @param place the line of the file that did not fit, or null
     * @param reason why it could not be read, without personal text
     * @return its id
     * @throws ProblemException 429 if so much is kept already that nothing more is
     */
    public String keep(String source, String mediaType, byte[] bytes, Place place, String reason) {
        return keep(new RawBody(source, mediaType, "{}", bytes, clock.instant()), place, reason);
    }

    /** The same for what needs more than itself to be read, or arrived earlier. */
    public String keep(RawBody delivery, Place place, String reason) {
        return tx.call(em -> {
            UnreadRow row = find(em, delivery).orElseGet(() -> {
                requireRoom(em, delivery.bytes().length);
                return new UnreadRow(delivery);
            });
            row.failed(place, reason);
            em.persist(row);
            // The same bytes in another transaction show here, where Tx still starts over.
            em.flush();
            return PREFIX + row.id;
        });
    }

    /** The latest 1,000, the newest first. */
    public List<UnreadEntry> list() {
        return tx.call(em -> em.createQuery(
                        "select u.id, u.source, u.receivedAt, u.mediaType, u.size, u.place, u.reason from UnreadRow u"
                                + " order by u.id desc",
                        Tuple.class)
                .setMaxResults(MOST_LISTED)
                .getResultStream()
                .map(Unread::entry)
                .toList());
    }

    /** How many wait for somebody. */
    public long count() {
        return tx.call(em ->
                em.createQuery("select count(u) from UnreadRow u", Long.class).getSingleResult());
    }

    /** The delivery with this id. */
    public Optional<RawBody> find(String id) {
        return number(id)
                .flatMap(number -> tx.call(em ->
                        Optional.ofNullable(em.find(UnreadRow.class, number)).map(UnreadRow::delivery)));
    }

    /** Forgets a delivery, because it was read or will not be missed; false if there is none with this id. */
    public boolean remove(String id) {
        return number(id)
                .map(number -> tx.call(em -> em.createQuery("delete from UnreadRow u where u.id = :id")
                        .setParameter("id", number)
                        .executeUpdate()))
                .filter(rows -> rows > 0)
                .isPresent();
    }

    /** Forgets what arrived before then, whether or not anybody has looked at it; how many deliveries that were. */
    int forgetBefore(Instant before) {
        return tx.call(em -> em.createQuery("delete from UnreadRow u where u.receivedAt < :before")
                .setParameter("before", before)
                .executeUpdate());
    }

    private void requireRoom(EntityManager em, int more) {
        long kept = em.createQuery("select coalesce(sum(u.size), 0) from UnreadRow u", Long.class)
                .getSingleResult();
        if (kept + more > mostBytes) {
            String detail = "This cannot be read as events, and too much that cannot is kept already. An admin has to"
                    + " mend the source's file and replay what is kept, or discard it: see 'dead-letters list'.";
            throw Problem.tooMany(detail, COME_AGAIN).exception();
        }
    }

    private static Optional<UnreadRow> find(EntityManager em, RawBody delivery) {
        return em.createQuery("from UnreadRow u where u.source = :source and u.digest = :digest", UnreadRow.class)
                .setParameter("source", delivery.source())
                .setParameter("digest", UnreadRow.digest(delivery))
                .getResultStream()
                .findFirst();
    }

    /** Empty for an id of something else. */
    private static Optional<Long> number(String id) {
        return id.startsWith(PREFIX)
                ? Optional.ofNullable(Longs.tryParse(id.substring(PREFIX.length())))
                : Optional.empty();
    }

    private static UnreadEntry entry(Tuple row) {
        return new UnreadEntry(
                PREFIX + row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, Instant.class),
                row.get(3, String.class),
                row.get(4, Integer.class),
                row.get(5, String.class),
                row.get(6, String.class));
    }
}
