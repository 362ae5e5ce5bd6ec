package dev.parley.delivery;

import dev.parley.conversation.DueConversations;
import dev.parley.identity.Identity;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which conversations follow which records of the CRM: when a lead is converted or a record merged, deleted, restored or
 * moved, the conversations that were ever matched to it are looked at again.
 */
public final class Concerns {

    private static final Set<String> PEOPLE = Set.of("Lead", "Contact");

    private final Tx tx;
    private final DueConversations due;

    /** Makes it. */
    public Concerns(Tx tx, DueConversations due) {
        this.tx = tx;
        this.due = due;
    }

    /**
     * Notes whom a conversation is matched to, or who was made for it; what it was matched to before stays noted, for that
     * may come back.
     */
    static void note(EntityManager em, Plan plan, Collection<Outcome> outcomes) {
        outcomes.stream()
                .filter(Outcome.Stands.class::isInstance)
                .map(Outcome.Stands.class::cast)
                .filter(stands -> PEOPLE.contains(stands.write().desired().sobject()))
                .map(stands -> stands.record().crmId())
                .filter(Objects::nonNull)
                .forEach(id -> note(em, id, plan.snapshot().rowId()));
        Identity who = plan.identity();
        Stream.of(who.accountId(), who.contactId(), who.leadId(), who.opportunityId())
                .filter(Objects::nonNull)
                .forEach(id -> note(em, id, plan.snapshot().rowId()));
    }

    private static void note(EntityManager em, String id, long conversation) {
        ConcernedRow.Key key = new ConcernedRow.Key(id, conversation);
        if (em.find(ConcernedRow.class, key) == null) {
            em.persist(new ConcernedRow(key));
        }
    }

    /**
     * Makes the conversations due again that those records concern.
     *
     * @param moved the id of each record, of any object type, with the ids of the records that it became
     */
    public void follow(Map<String, Set<String>> moved) {
        due.replay(tx.call(em -> concerned(em, moved)));
    }

    private static Set<Long> concerned(EntityManager em, Map<String, Set<String>> moved) {
        Set<Long> conversations = new TreeSet<>();
        em.createQuery("select c from ConcernedRow c where c.key.recordId in :ids", ConcernedRow.class)
                .setParameter("ids", moved.keySet())
                .getResultList()
                .forEach(row -> {
                    conversations.add(row.key.conversationId());
                    moved.get(row.key.recordId()).forEach(became -> note(em, became, row.key.conversationId()));
                });
        return conversations;
    }
}
