package dev.parley.delivery;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes of earlier deliveries that were about to be sent when the line, or the program, broke. Whether or not they took
 * effect: what the fields held before them stands nowhere else.
 */
final class Intended {

    private final List<Long> conversations;
    private final Map<AppliedRow.Key, LedgerRow> rows = new LinkedHashMap<>();

    private Intended(List<Long> conversations) {
        this.conversations = conversations;
    }

    static Intended of(EntityManager em, List<Long> conversations) {
        Intended intended = new Intended(conversations);
        em.createQuery(
                        "select l from LedgerRow l where l.conversationId in :ids and l.kind in :open order by l.id",
                        LedgerRow.class)
                .setParameter("ids", conversations)
                .setParameter("open", LedgerRow.OPEN)
                .getResultList()
                .forEach(row -> intended.rows.merge(row.key(), row.copy(), LedgerRow::followedBy));
        return intended;
    }

    /** Those that may have made a record of that type, by its key. */
    Map<String, List<LedgerRow>> making(Collection<String> sobjects) {
        Map<String, List<LedgerRow>> making = new LinkedHashMap<>();
        rows.values().stream()
                .filter(row -> row.kind == LedgerRow.Kind.MAKING && sobjects.contains(row.sobject))
                .forEach(row -> making.computeIfAbsent(row.sobject, type -> new ArrayList<>())
                        .add(row));
        return making;
    }

    /** It never took effect. */
    void forget(LedgerRow row) {
        rows.remove(row.key());
    }

    /** Takes the one of a record out, because a later write of it has been confirmed. */
    Optional<LedgerRow> take(AppliedRow.Key key) {
        return Optional.ofNullable(rows.remove(key));
    }

    /** Puts in the place of what was open what is known by now; what is not known yet stays open. */
    void settle(EntityManager em) {
        em.createQuery("delete from LedgerRow l where l.conversationId in :ids and l.kind in :open")
                .setParameter("ids", conversations)
                .setParameter("open", LedgerRow.OPEN)
                .executeUpdate();
        rows.values().forEach(row -> em.persist(row.closed()));
    }

    /** A record that is there was made by the write if the CRM says that Parley's user made it. */
    static void found(LedgerRow row, String id, boolean ours) {
        row.crmId = id;
        row.kind = ours ? LedgerRow.Kind.CREATED : LedgerRow.Kind.UPDATED;
        if (!ours) {
            Map<String, WrittenField> fields = row.fields();
            fields.replaceAll((name, field) -> WrittenField.of(false, null, field.after(), field.place()));
            row.fields(fields);
        }
    }
}
