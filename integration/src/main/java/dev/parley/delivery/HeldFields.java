package dev.parley.delivery;

import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.Set;

/** The fields that undos put back and that are held so, of all records. */
final class HeldFields {

    private record Field(String sobject, String record, String name) {}

    private final Tx tx;

    HeldFields(Tx tx) {
        this.tx = tx;
    }

    /** How many are let go if the files with this hash are applied: a record's field once, whoever wants it written. */
    long against(String hash) {
        return tx.call(em -> against(em, hash));
    }

    /** Lets them go; how many there were. */
    static long release(EntityManager em, String hash) {
        long released = against(em, hash);
        // Not through the rows: one may be written just now.
        em.createQuery("update AppliedRow a set a.held = null, a.heldUnder = null where a.heldUnder <> :hash")
                .setParameter("hash", hash)
                .executeUpdate();
        return released;
    }

    private static long against(EntityManager em, String hash) {
        Set<Field> fields = new HashSet<>();
        em.createQuery("from AppliedRow a where a.heldUnder <> :hash", AppliedRow.class)
                .setParameter("hash", hash)
                .getResultStream()
                .forEach(row -> row.hold().fields().forEach(name -> fields.add(field(row, name))));
        return fields.size();
    }

    private static Field field(AppliedRow row, String name) {
        return new Field(row.key.sobject(), row.crmId == null ? row.key.recordKey() : row.crmId, name);
    }
}
