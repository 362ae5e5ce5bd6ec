package dev.parley.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.RecordWrite;
import dev.parley.crm.WriteResult;
import dev.parley.delivery.Undo.Step;
import dev.parley.delivery.Undo.Verdict;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record whose writes are undone: what each field held before the first of them, and what the last of them wrote.
 *
 * @param last the latest of the writes
 * @param steps what becomes of each field
 */
record UndoneRecord(LedgerRow last, List<Step> steps) {

    private static final Set<Verdict> KEPT = Set.of(Verdict.RESTORED, Verdict.AS_BEFORE, Verdict.CHANGED_SINCE);

    static UndoneRecord of(List<LedgerRow> rows, ObjectNode present) {
        LedgerRow last = rows.get(rows.size() - 1);
        if (present == null) {
            return new UndoneRecord(last, List.of(step(last, null, Verdict.GONE, null, null)));
        }
        if (rows.stream().anyMatch(row -> row.kind == LedgerRow.Kind.CREATED)) {
            return new UndoneRecord(last, List.of(step(last, null, Verdict.MADE, null, null)));
        }
        Map<String, WrittenField> first = new LinkedHashMap<>();
        Map<String, List<WrittenField>> latest = new LinkedHashMap<>();
        rows.forEach(row -> row.fields().forEach((name, field) -> {
            first.putIfAbsent(name, field);
            // Of a write that was announced nobody knows yet whether it took effect.
            List<WrittenField> before = row.isOpen() ? latest.getOrDefault(name, List.of()) : List.of();
            latest.put(name, Stream.concat(before.stream(), Stream.of(field)).toList());
        }));
        List<Step> steps = new ArrayList<>();
        first.forEach((name, field) -> steps.add(field(last, name, field, latest.get(name), present.get(name))));
        return new UndoneRecord(last, steps);
    }

    private static Step field(
            LedgerRow row, String name, WrittenField first, List<WrittenField> latest, JsonNode present) {
        if (!first.known()) {
            return step(row, name, Verdict.UNKNOWN_BEFORE, present, null);
        }
        if (FieldValue.same(present, first.before())) {
            return step(row, name, Verdict.AS_BEFORE, present, first.before());
        }
        boolean ours = latest.stream().anyMatch(field -> field.stands(present));
        return step(row, name, ours ? Verdict.RESTORED : Verdict.CHANGED_SINCE, present, first.before());
    }

    private static Step step(LedgerRow row, String field, Verdict verdict, JsonNode from, JsonNode to) {
        return new Step(row.sobject, row.crmId, field, verdict, from, to, null);
    }

    boolean differs() {
        return steps.stream().anyMatch(step -> step.verdict() == Verdict.RESTORED);
    }

    /**
     * Makes delivery leave the fields alone from now on, whichever conversation writes the record; also those that a
     * person has changed, for once Parley is the last who wrote the record nothing else tells whose they are.
     *
     * @return the conversations that write it
     */
    Set<Long> keep(EntityManager em) {
        Set<String> fields = new TreeSet<>();
        steps.stream().filter(step -> KEPT.contains(step.verdict())).forEach(step -> fields.add(step.field()));
        List<AppliedRow> rows = fields.isEmpty()
                ? List.of()
                : em.createQuery("select a from AppliedRow a where a.crmId = :id", AppliedRow.class)
                        .setParameter("id", last.crmId)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList();
        rows.forEach(row -> row.keep(fields));
        return rows.stream().map(row -> row.key.conversationId()).collect(Collectors.toSet());
    }

    /** The same while a delivery, which knows nothing of the undoing, may be writing it: nothing is put back yet. */
    UndoneRecord beingWritten() {
        return new UndoneRecord(last, become(Verdict.BEING_WRITTEN, null));
    }

    private List<Step> become(Verdict verdict, String words) {
        return steps.stream()
                .map(step -> step.verdict() != Verdict.RESTORED
                        ? step
                        : new Step(step.sobject(), step.id(), step.field(), verdict, step.from(), step.to(), words))
                .toList();
    }

    RecordWrite write() {
        Map<String, Object> values = new LinkedHashMap<>();
        restored().forEach(step -> values.put(step.field(), FieldValue.value(step.to())));
        return new RecordWrite(
                last.sobject, new RecordWrite.Target.ById(last.crmId), values, RecordWrite.Options.PLAIN);
    }

    /** The ledger's row of the undoing itself. */
    LedgerRow entry(Instant now) {
        LedgerRow row = new LedgerRow();
        row.at = now;
        row.conversationId = last.conversationId;
        row.sobject = last.sobject;
        row.recordKey = last.recordKey;
        row.crmId = last.crmId;
        row.kind = LedgerRow.Kind.UNDONE;
        Map<String, WrittenField> fields = new LinkedHashMap<>();
        restored()
                .forEach(step -> fields.put(step.field(), WrittenField.of(true, step.from(), plain(step.to()), null)));
        row.fields(fields);
        return row;
    }

    /** What became of each field, by the CRM's answer; null if nothing of the record was sent. */
    List<Step> steps(WriteResult result) {
        if (result == null || result instanceof WriteResult.Written) {
            return steps;
        }
        String words = result instanceof WriteResult.Refused refused
                ? refused.code() + ": " + refused.message()
                : ((WriteResult.Busy) result).code() + ": " + ((WriteResult.Busy) result).message();
        return become(Verdict.REFUSED, words);
    }

    private List<Step> restored() {
        return steps.stream().filter(step -> step.verdict() == Verdict.RESTORED).toList();
    }

    private static JsonNode plain(JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }
}
