package dev.parley.identity;

import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.time.Instant;
import java.util.List;

/** The links that a conversation had, one after another. */
final class LinkHistory {

    /** Nobody undoes more than that, and a conversation that flutters fills no memory. */
    private static final int MOST = 50;

    private LinkHistory() {}

    /** Those that were not undone, the last first. */
    static List<LinkHistoryRow> standing(EntityManager em, long conversation) {
        return em.createQuery(
                        "select h from LinkHistoryRow h where h.conversation = :id and h.undone = false"
                                + " order by h.id desc",
                        LinkHistoryRow.class)
                .setParameter("id", conversation)
                .setMaxResults(MOST)
                // What waits to be written is of other conversations; writing it for each took a quarter of delivery.
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList();
    }

    /** Whether one of them, standing or undone, led to an opportunity. */
    static boolean anyOpportunity(EntityManager em, long conversation) {
        return em
                .createQuery("select h.links from LinkHistoryRow h where h.conversation = :id", String.class)
                .setParameter("id", conversation)
                .getResultList()
                .stream()
                .anyMatch(links -> LinkText.read(links).get(Manual.OPPORTUNITY) != null);
    }

    static void add(EntityManager em, long conversation, Instant at, String decision, String links, String manual) {
        LinkHistoryRow row = new LinkHistoryRow();
        row.conversation = conversation;
        row.at = at;
        row.decision = decision;
        row.links = links;
        row.manual = manual;
        em.persist(row);
    }
}
