package dev.parley.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.DueConversations;
import dev.parley.conversation.Snapshot;
import dev.parley.crm.Crm;
import dev.parley.identity.Links;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Carries out what people decide of a conversation's links: it is remembered, it teaches, and the conversation is
 * written anew at once.
 */
public final class Deciding {

    private final Tx tx;
    private final Crm crm;
    private final DueConversations due;
    private final Planner planner;
    private final Clock clock;

    /** Over the store and the CRM. */
    public Deciding(Tx tx, Crm crm, DueConversations due, Planner planner, Clock clock) {
        this.tx = tx;
        this.crm = crm;
        this.due = due;
        this.planner = planner;
        this.clock = clock;
    }

    /** A decision, and what is to be done with it in the same transaction. */
    private interface Act {
        boolean on(EntityManager em, Instant at);
    }

    /**
     * Links a conversation as a person wants it.
     *
     * @param links ids, null for none, by the conversation's field
     * @param always whether everybody of the visitor's domain goes the same way from now on, and not the visitor alone
     * @throws dev.parley.crm.CrmException if the CRM cannot be asked; nothing is decided then
     */
    public void link(Snapshot conversation, Map<String, String> links, boolean always) {
        act(conversation, links.keySet(), (em, at) -> linked(em, conversation, links, always, at));
    }

    /**
     * Those of the links that are not what Parley itself would find by now: when a record is deleted, restored or merged
     * the CRM changes the links to it, and nobody has decided anything.
     */
    Map<String, String> decided(Snapshot conversation, Map<String, String> links) {
        Map<String, String> found = planner.identity(conversation).linked();
        Map<String, String> decided = new LinkedHashMap<>(links);
        decided.entrySet().removeIf(link -> Objects.equals(link.getValue(), found.get(link.getKey())));
        return decided;
    }

    /** The same in a transaction that is open, for a person's edit that stands in the CRM already. */
    boolean linked(EntityManager em, Snapshot conversation, Map<String, String> links, boolean always, Instant at) {
        Collection<String> keys = planner.identity(conversation).taught(always);
        Links.decide(em, conversation.rowId(), links, keys, at);
        return true;
    }

    /**
     * Takes a conversation's last link back.
     *
     * @return false if there is nothing to undo
     * @throws dev.parley.crm.CrmException if the CRM cannot be asked; nothing is undone then
     */
    public boolean undo(Snapshot conversation) {
        return act(conversation, Edits.LINKS, (em, at) -> Links.undo(em, conversation.rowId(), at));
    }

    private boolean act(Snapshot conversation, Collection<String> fields, Act act) {
        Map<AppliedRow.Key, ObjectNode> present = present(conversation);
        boolean done = tx.call(em -> {
            boolean acted = act.on(em, clock.instant());
            if (acted) {
                present.forEach((key, row) -> em.find(AppliedRow.class, key).release(fields, row));
            }
            return acted;
        });
        if (done) {
            due.hurry(List.of(conversation.key()));
        }
        return done;
    }

    /** What stands in the CRM: what a person has edited there is theirs no longer, once they decide otherwise. */
    private Map<AppliedRow.Key, ObjectNode> present(Snapshot conversation) {
        List<AppliedRow> rows = tx.call(em -> em.createQuery(
                        "select a from AppliedRow a where a.key.conversationId = :id and a.key.sobject = :sobject"
                                + " and a.crmId is not null",
                        AppliedRow.class)
                .setParameter("id", conversation.rowId())
                .setParameter("sobject", Currents.CONVERSATION)
                .getResultList());
        Map<AppliedRow.Key, ObjectNode> present = new HashMap<>();
        if (!rows.isEmpty()) {
            Set<String> ids = new TreeSet<>(rows.stream().map(row -> row.crmId).toList());
            Map<String, ObjectNode> found = new Present(crm).of(Currents.CONVERSATION, ids, new TreeSet<>(Edits.LINKS));
            rows.stream()
                    .filter(row -> found.containsKey(row.crmId))
                    .forEach(row -> present.put(row.key, found.get(row.crmId)));
        }
        return present;
    }
}
