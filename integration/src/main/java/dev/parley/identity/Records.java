package dev.parley.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.store.Tx;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

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
     * @return what the store held of all these records before
     */
    List<Known> put(Collection<Known> live, Set<String> gone, CrmPosition position, String sobject) {
        return tx.call(em -> {
            Map<String, CrmRecord> held = rows(em, sobject, ids(live, gone)).stream()
                    .collect(Collectors.toMap(row -> row.key().recordId(), Function.identity()));
            List<Known> before = held.values().stream().map(Records::known).toList();
            live.forEach(record -> put(em, held.get(record.id()), record));
            gone.stream().filter(held::containsKey).map(held::get).forEach(em::remove);
            em.merge(position);
            return before;
        });
    }

    /** Puts one record in; what the store held of it before. */
    Optional<Known> put(Known record) {
        return tx.call(em -> {
            CrmRecord held = em.find(CrmRecord.class, new CrmRecordKey(record.sobject(), record.id()));
            Optional<Known> before = Optional.ofNullable(held).map(Records::known);
            put(em, held, record);
            return before;
        });
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

    private static List<String> ids(Collection<Known> live, Set<String> gone) {
        List<String> ids = new ArrayList<>(gone);
        live.forEach(record -> ids.add(record.id()));
        return ids;
    }

    private static void put(EntityManager em, CrmRecord held, Known record) {
        String fields = record.fields().toString();
        if (held == null) {
            em.persist(new CrmRecord(new CrmRecordKey(record.sobject(), record.id()), record.stamp(), fields));
        } else {
            held.become(record.stamp(), fields);
        }
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
