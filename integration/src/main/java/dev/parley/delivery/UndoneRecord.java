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
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A record whose writes are undone: what each field held before the first of them, and what the last of them wrote.
 *
 * @param last the latest of the writes
 * @param steps what becomes of each field
 * @param people fields that a person has changed since, be it to what they held before
 */
record UndoneRecord(LedgerRow last, List<Step> steps, Set<String> people) {

    static UndoneRecord of(List<LedgerRow> rows, ObjectNode present) {
        LedgerRow last = rows.get(rows.size() - 1);
        if (present == null) {
            return whole(last, Verdict.GONE);
        }
        if (rows.stream().anyMatch(row -> row.kind == LedgerRow.Kind.CREATED)) {
            return whole(last, Verdict.MADE);
        }
        Map<String, WrittenField> first = new LinkedHashMap<>();
        Map<String, List<WrittenField>> latest = new LinkedHashMap<>();
        rows.forEach(row -> row.fields().forEach((name, field) -> {
            if (row.kind != LedgerRow.Kind.UNDONE) {
                first.putIfAbsent(name, field);
            }
            // Of a write that was announced nobody knows yet whether it took effect.
            List<WrittenField> before = row.isOpen() ? latest.getOrDefault(name, List.of()) : List.of();
            latest.put(name, Stream.concat(before.stream(), Stream.of(field)).toList());
        }));
        Set<String> people = new TreeSet<>(first.keySet());
        people.removeIf(name -> latest.get(name).stream().anyMatch(field -> field.stands(present.get(name))));
        List<Step> steps = new ArrayList<>();
        first.forEach((name, field) -> steps.add(field(last, name, field, people.contains(name), present.get(name))));
        return new UndoneRecord(last, steps, people);
    }

    private static UndoneRecord whole(LedgerRow last, Verdict verdict) {
        return new UndoneRecord(last, List.of(step(last, null, verdict, null, null)), Set.of());
    }

    private static Step field(LedgerRow row, String name, WrittenField first, boolean theirs, JsonNode present) {
        if (!first.known()) {
            return step(row, name, Verdict.UNKNOWN_BEFORE, present, null);
        }
        if (FieldValue.same(present, first.before())) {
            return step(row, name, Verdict.AS_BEFORE, present, first.before());
        }
        return step(row, name, theirs ? Verdict.CHANGED_SINCE : Verdict.RESTORED, present, first.before());
    }

    private static Step step(LedgerRow row, String field, Verdict verdict, JsonNode from, JsonNode to) {
        return new Step(row.sobject, row.crmId, field, verdict, from, to, null);
    }

    boolean differs() {
        return steps.stream().anyMatch(step -> step.verdict() == Verdict.RESTORED);
    }

    /**
     * Makes these files leave alone from now on what is put back, whichever conversation writes the record; and any files
     * what a person has changed, for once Parley is the last who wrote the record nothing else tells whose that is. What
     * Parley itself has brought back to what it was before needs neither.
     *
     * @param mappings hash of the files in force
     * @return the conversations that write it
     */
    Set<Long> keep(EntityManager em, String mappings) {
        Set<String> restored = names(Verdict.RESTORED);
        Set<String> theirs = new TreeSet<>(people);
        theirs.removeAll(names(Verdict.UNKNOWN_BEFORE));
        List<AppliedRow> rows = restored.isEmpty() && theirs.isEmpty() ? List.of() : rows(em);
        rows.forEach(row -> keep(row, restored, theirs, mappings));
        return rows.stream().map(row -> row.key.conversationId()).collect(Collectors.toSet());
    }

    /** What stands as before and is held already was put back by an undo that broke off before it could say so. */
    private void keep(AppliedRow row, Set<String> restored, Set<String> theirs, String mappings) {
        Set<String> held = row.hold().fields();
        row.keep(theirs.stream().filter(name -> !held.contains(name)).collect(Collectors.toSet()));
        row.putBack(values(step -> step.verdict() == Verdict.AS_BEFORE && held.contains(step.field())));
        if (!restored.isEmpty()) {
            row.hold(row.hold().and(restored, mappings));
        }
    }

    private List<AppliedRow> rows(EntityManager em) {
        return em.createQuery("select a from AppliedRow a where a.crmId = :id", AppliedRow.class)
                .setParameter("id", last.crmId)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** Writes down what has become of it: what the CRM refused is not put back, and not held. */
    void settle(EntityManager em, WriteResult result, Instant now) {
        if (result instanceof WriteResult.Written) {
            em.persist(entry(now));
            rows(em).forEach(row -> row.putBack(values(step -> step.verdict() == Verdict.RESTORED)));
        } else {
            rows(em).forEach(row -> row.hold(row.hold().without(names(Verdict.RESTORED))));
        }
    }

    private Set<String> names(Verdict verdict) {
        return steps.stream()
                .filter(step -> step.verdict() == verdict)
                .map(Step::field)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, JsonNode> values(Predicate<Step> which) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        steps.stream().filter(which).forEach(step -> values.put(step.field(), plain(step.to())));
        return values;
    }

    /** The same while a delivery, which knows nothing of the undoing, may be writing it: nothing is put back yet. */
    UndoneRecord beingWritten() {
        return new UndoneRecord(last, become(Verdict.BEING_WRITTEN, null), people);
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
    private LedgerRow entry(Instant now) {
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
