package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.DueConversations;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import dev.parley.store.Tx;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Puts fields back to what they held before Parley wrote them. Where a person has changed a field since, or where it is
 * not known what it held, it stays and is told. Safe to repeat, and to go on with after it broke off: what has been put
 * back is found to be so.
 */
public final class Undo {

    /** Records looked at together: their ids stand in the query's URL, which Salesforce bounds at 16,384 characters. */
    private static final int PAGE = 200;

    private final Tx tx;
    private final DueConversations due;
    private final Crm crm;
    private final Supplier<String> mappings;
    private final Clock clock;

    /**
     * Over the ledger and the CRM.
     *
     * @param mappings gives the hash of the mapping files in force, which leave alone what is put back
     */
    public Undo(Tx tx, DueConversations due, Crm crm, Supplier<String> mappings, Clock clock) {
        this.tx = tx;
        this.due = due;
        this.crm = crm;
        this.mappings = mappings;
        this.clock = clock;
    }

    /** What becomes of a field, or of a record. */
    public enum Verdict {
        /** It is put back, or would be. */
        RESTORED,
        /** It holds already what it held before. */
        AS_BEFORE,
        /** A person has changed it since, and wins. */
        CHANGED_SINCE,
        /** What it held before is not known. */
        UNKNOWN_BEFORE,
        /** Parley made the record, and has no right to delete it: an administrator may. */
        MADE,
        /** The record is not there any more. */
        GONE,
        /** A delivery that began before is writing the record: it is put back by undoing once more, after that. */
        BEING_WRITTEN,
        /** The CRM refused it. */
        REFUSED
    }

    /**
     * What becomes of a field.
     *
     * @param field its API name, or null where the whole record is meant
     * @param from what it holds now, or null
     * @param to what it is put back to, or null
     * @param message the CRM's words where it refused, else null
     */
    public record Step(
            String sobject, String id, String field, Verdict verdict, JsonNode from, JsonNode to, String message) {}

    /**
     * A page of records.
     *
     * @param next from where to go on, or null at the end
     * @param stopped why it cannot go on today, or null
     */
    public record Page(List<Step> steps, String next, String stopped) {}

    /**
     * Puts one page of records back.
     *
     * @param since writes from then on are undone
     * @param after where the page before ended, empty at first
     * @param dryRun whether only to say what would become of them
     * @throws CrmException if the CRM cannot be asked; going on with the same page is safe
     */
    public Page page(Instant since, String after, boolean dryRun) {
        if (!crm.sparesCalls()) {
            return new Page(
                    List.of(),
                    after,
                    "Today's calls are spent but for what is going on; the next day (UTC) brings more.");
        }
        List<LedgerRow> rows = rows(since, after);
        Map<String, List<LedgerRow>> byRecord =
                rows.stream().collect(Collectors.groupingBy(row -> row.crmId, LinkedHashMap::new, Collectors.toList()));
        List<UndoneRecord> records = new ArrayList<>();
        byRecord.values().stream()
                .collect(Collectors.groupingBy(one -> one.get(0).sobject, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(same -> records.addAll(looked(same)));
        List<Step> steps = dryRun ? steps(records) : restored(records);
        return new Page(steps, rows.isEmpty() ? null : rows.get(rows.size() - 1).crmId, null);
    }

    private List<LedgerRow> rows(Instant since, String after) {
        return tx.call(em -> {
            List<String> ids = em.createQuery(
                            "select distinct l.crmId from LedgerRow l where l.at >= :since and l.crmId > :after"
                                    + " and l.kind <> :undone"
                                    + " order by l.crmId",
                            String.class)
                    .setParameter("since", since)
                    .setParameter("after", after)
                    // What an earlier undoing wrote is what people want: it is no write to take back.
                    .setParameter("undone", LedgerRow.Kind.UNDONE)
                    .setMaxResults(PAGE)
                    .getResultList();
            return ids.isEmpty()
                    ? List.<LedgerRow>of()
                    : em.createQuery(
                                    "select l from LedgerRow l where l.at >= :since and l.crmId in :ids"
                                            + " order by l.crmId, l.at, l.id",
                                    LedgerRow.class)
                            .setParameter("since", since)
                            .setParameter("ids", ids)
                            .getResultList();
        });
    }

    private List<UndoneRecord> looked(List<List<LedgerRow>> same) {
        TreeSet<String> fields = new TreeSet<>();
        same.forEach(rows -> rows.forEach(row -> fields.addAll(row.fields().keySet())));
        List<String> ids = same.stream().map(rows -> rows.get(0).crmId).toList();
        Map<String, ObjectNode> present = new Present(crm).of(same.get(0).get(0).sobject, ids, fields);
        return same.stream()
                .map(rows -> UndoneRecord.of(rows, present.get(rows.get(0).crmId)))
                .toList();
    }

    private static List<Step> steps(List<UndoneRecord> records) {
        return records.stream().flatMap(record -> record.steps().stream()).toList();
    }

    private List<Step> restored(List<UndoneRecord> all) {
        List<UndoneRecord> records = kept(all);
        List<UndoneRecord> differing =
                records.stream().filter(UndoneRecord::differs).toList();
        List<WriteResult> answers = differing.isEmpty() ? List.of() : crm.write(writes(differing));
        Instant now = clock.instant();
        Map<UndoneRecord, WriteResult> results = new LinkedHashMap<>();
        for (int i = 0; i < differing.size(); i++) {
            results.put(differing.get(i), answers.get(i));
        }
        tx.run(em -> results.forEach((record, result) -> record.settle(em, result, now)));
        return records.stream()
                .flatMap(record -> record.steps(results.get(record)).stream())
                .toList();
    }

    /**
     * First: whatever breaks off after this, a delivery that begins from now on does not write the fields again. One that
     * has begun knows nothing of it, so that what it works on is left to be undone later.
     */
    private List<UndoneRecord> kept(List<UndoneRecord> records) {
        IdentityHashMap<UndoneRecord, Set<Long>> writers = new IdentityHashMap<>();
        String inForce = mappings.get();
        tx.run(em -> records.forEach(record -> writers.put(record, record.keep(em, inForce))));
        Set<Long> leased =
                due.leased(writers.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return records.stream()
                .map(record -> Collections.disjoint(writers.get(record), leased) ? record : record.beingWritten())
                .toList();
    }

    private static List<RecordWrite> writes(List<UndoneRecord> records) {
        return records.stream().map(UndoneRecord::write).toList();
    }
}
