package dev.parley.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** The followed records in the store. */
final class Records {

    private static final int BATCH = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tx tx;

    Records(Tx tx) {
        this.tx = tx;
    }

    Optional<Known> find(String sobject, String id) {
        return tx.call(em -> Optional.ofNullable(em.find(CrmRecord.class, new CrmRecordKey(sobject, id)))
                .map(Records::known));
    }

    /** Those of the records that are there, in the order of the ids. */
    List<Known> find(String sobject, Collection<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.call(em -> rows(em, sobject, ids).stream()
                        .map(Records::known)
                        .sorted(Comparator.comparing(Known::id))
                        .toList());
    }

    /** Every record of an object type, a batch at a time. */
    void each(String sobject, Consumer<Known> use) {
        String last = "";
        for (List<Known> batch = after(sobject, last); !batch.isEmpty(); batch = after(sobject, last)) {
            batch.forEach(use);
            last = batch.get(batch.size() - 1).id();
        }
    }

    long count() {
        return tx.call(em ->
                em.createQuery("select count(r) from CrmRecord r", Long.class).getSingleResult());
    }

    /**
     * Puts records in or takes them out, and notes how far the object type has been read, in one transaction.
     *
     * @param sobject what all of them are
     */
    void put(Collection<Known> live, Set<String> gone, CrmPosition position, String sobject) {
        tx.run(em -> {
            em.unwrap(Session.class).doWork(connection -> RecordTable.replace(connection, sobject, live, gone));
            em.merge(position);
        });
    }

    /** Puts records of one object type in. */
    void put(Collection<Known> live) {
        String sobject = live.iterator().next().sobject();
        tx.run(em -> em.unwrap(Session.class)
                .doWork(connection -> RecordTable.replace(connection, sobject, live, Set.of())));
    }

    void remove(String sobject, String id) {
        tx.run(em -> em.unwrap(Session.class)
                .doWork(connection -> RecordTable.replace(connection, sobject, List.of(), Set.of(id))));
    }

    Map<String, CrmPosition> positions() {
        return tx.call(em -> em.createQuery("select p from CrmPosition p", CrmPosition.class).getResultList().stream()
                .collect(Collectors.toMap(CrmPosition::sobject, Function.identity())));
    }

    void note(Collection<CrmPosition> positions) {
        tx.run(em -> positions.forEach(em::merge));
    }

    /** Forgets all records of an object type and how far it has been read. */
    void forget(String sobject) {
        tx.run(em -> {
            em.createQuery("delete from CrmRecord r where r.key.sobject = :sobject")
                    .setParameter("sobject", sobject)
                    .executeUpdate();
            em.createQuery("delete from CrmPosition p where p.sobject = :sobject")
                    .setParameter("sobject", sobject)
                    .executeUpdate();
        });
    }

    private List<Known> after(String sobject, String last) {
        return tx.call(em -> em
                .createQuery(
                        "select r from CrmRecord r where r.key.sobject = :sobject and r.key.recordId > :last"
                                + " order by r.key.recordId",
                        CrmRecord.class)
                .setParameter("sobject", sobject)
                .setParameter("last", last)
                .setMaxResults(BATCH)
                .getResultList()
                .stream()
                .map(Records::known)
                .toList());
    }

    /** By whole keys: H2 finds those in the index, and would read all records of a type for a list of ids beside it. */
    private static List<CrmRecord> rows(EntityManager em, String sobject, Collection<String> ids) {
        return em.createQuery("select r from CrmRecord r where r.key in :keys", CrmRecord.class)
                .setParameter(
                        "keys",
                        ids.stream().map(id -> new CrmRecordKey(sobject, id)).toList())
                .getResultList();
    }

    private static Known known(CrmRecord row) {
        return new Known(row.key().sobject(), row.key().recordId(), row.stamp(), fields(row));
    }

    private static ObjectNode fields(CrmRecord row) {
        try {
            return JSON.readValue(row.fields(), ObjectNode.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the directory's copy of " + row.key()
                            + " is damaged: empty the table crm_position to load it anew",
                    e);
        }
    }
}
