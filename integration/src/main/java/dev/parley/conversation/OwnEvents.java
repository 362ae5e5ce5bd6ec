package dev.parley.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The events that Parley itself appended to conversations, numbered in the order of their commits, and which of them their
 * chat services have acknowledged (Guaranteed Delivery).
 */
public final class OwnEvents {

    private final Tx tx;

    /** Over the store that conversations are in. */
    public OwnEvents(Tx tx) {
        this.tx = tx;
    }

    /**
     * An event and its number.
     *
     * @param number grows with each event of any source, so within each source too; from 1
     * @param event with the id that its conversation bears now
     */
    public record Numbered(long number, Envelope event) {}

    /**
     * What was not acknowledged yet, in the order of the numbers.
     *
     * @param number those after it; 0 for all
     * @param audience of which sources
     * @param most how many at once
     */
    public List<Numbered> waiting(long number, Audience audience, int most) {
        return tx.call(em -> em
                .createQuery(
                        "select o.number, e, c.subject from OwnEventRow o"
                                + " join EventRow e on e.key.source = o.source and e.key.eventId = o.eventId"
                                + " join ConversationRow c on c.id = e.conversationId"
                                + " where o.acknowledged = false and o.number > :number"
                                + " and (:every = true or o.source in :sources) order by o.number",
                        Object[].class)
                .setParameter("number", number)
                .setParameter("every", audience.everySource())
                .setParameter("sources", audience.sources())
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Numbered((long) row[0], envelope((EventRow) row[1], (String) row[2])))
                .toList());
    }

    /**
     * What a source's conversations were told, acknowledged or not, in the order of the numbers.
     *
     * @param number those after it; 0 for all
     * @param most how many at once
     */
    public List<Numbered> after(String source, long number, int most) {
        return tx.call(em -> em
                .createQuery(
                        "select o.number, e, c.subject from OwnEventRow o"
                                + " join EventRow e on e.key.source = o.source and e.key.eventId = o.eventId"
                                + " join ConversationRow c on c.id = e.conversationId"
                                + " where o.number > :number and o.source = :source order by o.number",
                        Object[].class)
                .setParameter("number", number)
                .setParameter("source", source)
                .setMaxResults(most)
                .getResultList()
                .stream()
                .map(row -> new Numbered((long) row[0], envelope((EventRow) row[1], (String) row[2])))
                .toList());
    }

    /** The event of that number; empty if it was erased. */
    public Optional<Numbered> of(long number) {
        return tx.call(em -> Optional.ofNullable(em.find(OwnEventRow.class, number)))
                .flatMap(row -> after(row.source, number - 1, 1).stream().findFirst())
                .filter(found -> found.number() == number);
    }

    /**
     * Remembers that these need not be sent again; ids of other sources, unknown ones and those acknowledged before are
     * passed over.
     *
     * @param ids of events
     * @param audience whoever acknowledges them
     */
    public void acknowledge(Collection<String> ids, Audience audience) {
        if (!ids.isEmpty()) {
            tx.run(em -> acknowledge(em, ids, audience));
        }
    }

    private static void acknowledge(EntityManager em, Collection<String> ids, Audience audience) {
        em.createQuery("update OwnEventRow o set o.acknowledged = true where o.acknowledged = false"
                        + " and o.eventId in :ids and (:every = true or o.source in :sources)")
                .setParameter("ids", ids)
                .setParameter("every", audience.everySource())
                .setParameter("sources", audience.sources())
                .executeUpdate();
    }

    /** The highest number there is; 0 before the first. Other servers on the same store may have given it. */
    public long last() {
        return tx.call(OwnNumbers::last);
    }

    private static Envelope envelope(EventRow row, String subject) {
        Position at = Position.decoded(row.position);
        return new Envelope(
                row.key.eventId(), row.key.source(), row.type, subject, at.time(), at.sequence(), data(row));
    }

    private static ObjectNode data(EventRow row) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(row.data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The stored event " + row.key + " cannot be read", e);
        }
    }
}
