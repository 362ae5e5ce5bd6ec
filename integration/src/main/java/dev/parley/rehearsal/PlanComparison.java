package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.delivery.DryRun.Change;
import dev.parley.delivery.Plan;
import dev.parley.mapping.DesiredRecord;
import dev.parley.mapping.DesiredRecord.DesiredField;
import dev.parley.mapping.Translation.Failure;
import dev.parley.rehearsal.Comparison.Example;
import dev.parley.rehearsal.Comparison.FieldChange;
import dev.parley.rehearsal.Comparison.Learnt;
import dev.parley.rehearsal.Comparison.NewFailure;
import dev.parley.rehearsal.Comparison.RecordChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares two plans for one conversation. */
final class PlanComparison {

    private static final int LONGEST = 120;

    private final String conversation;
    private final Map<String, Set<String>> written = new LinkedHashMap<>();
    private final Map<String, Set<String>> undone = new LinkedHashMap<>();
    private final List<FieldChange> fields = new ArrayList<>();
    private final List<RecordChange> records = new ArrayList<>();
    private final List<NewFailure> failures = new ArrayList<>();

    private PlanComparison(String conversation, List<Change> changes) {
        this.conversation = conversation;
        changes.forEach(change -> {
            written.put(key(change.record()), change.fields().keySet());
            undone.put(key(change.record()), change.undone());
        });
    }

    /**
     * What differs.
     *
     * @param before by the files in force
     * @param after by other ones
     * @param changes what delivering the latter would write
     */
    static Comparison of(Plan before, Plan after, List<Change> changes) {
        String name =
                after.snapshot().key().source() + ":" + after.snapshot().key().id();
        PlanComparison comparison = new PlanComparison(name, changes);
        comparison.compare(byKey(before), byKey(after));
        comparison.compareFailures(before.failures(), after.failures());
        boolean changed =
                !comparison.fields.isEmpty() || !comparison.records.isEmpty() || !comparison.failures.isEmpty();
        Learnt learnt = comparison.learnt(byKey(before), after, changes);
        return new Comparison(
                1,
                changed ? 1 : 0,
                changes.isEmpty() ? 0 : 1,
                comparison.fields,
                comparison.records,
                comparison.failures,
                null,
                learnt);
    }

    /** What would be written though both sets of files want the same; what the conversation itself has brought is no news. */
    private Learnt learnt(Map<String, DesiredRecord> before, Plan after, List<Change> changes) {
        if (after.snapshot().appliedVersion() != after.snapshot().version()) {
            return Learnt.NONE;
        }
        List<FieldChange> found = new ArrayList<>();
        List<RecordChange> made = new ArrayList<>();
        for (Change change : changes) {
            DesiredRecord same = before.get(key(change.record()));
            if (same != null && change.created()) {
                made.add(new RecordChange(same.sobject(), 1, 0, List.of(conversation)));
            } else if (same != null) {
                learnt(fields(same), change, found);
            }
        }
        return new Learnt(found.isEmpty() && made.isEmpty() ? 0 : 1, found, made);
    }

    private void learnt(Map<String, DesiredField> before, Change change, List<FieldChange> found) {
        for (DesiredField field : change.record().fields()) {
            boolean same = Values.same(value(before.get(field.name())), value(field));
            if (same && change.fields().containsKey(field.name())) {
                String was = shown(Values.json(change.was().get(field.name())));
                found.add(new FieldChange(
                        change.record().sobject(),
                        field.name(),
                        field.place().toString(),
                        1,
                        1,
                        change.undone().contains(field.name()) ? 1 : 0,
                        List.of(new Example(conversation, was, shown(value(field))))));
            }
        }
    }

    private void compare(Map<String, DesiredRecord> before, Map<String, DesiredRecord> after) {
        after.forEach((key, record) -> {
            if (before.containsKey(key)) {
                compareFields(key, fields(before.get(key)), fields(record), record.sobject());
            } else {
                records.add(new RecordChange(record.sobject(), 1, 0, List.of(conversation)));
            }
        });
        before.forEach((key, record) -> {
            if (!after.containsKey(key)) {
                records.add(new RecordChange(record.sobject(), 0, 1, List.of(conversation)));
            }
        });
    }

    private void compareFields(
            String key, Map<String, DesiredField> before, Map<String, DesiredField> after, String sobject) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            JsonNode was = value(before.get(name));
            JsonNode is = value(after.get(name));
            if (!Values.same(was, is)) {
                DesiredField line = after.getOrDefault(name, before.get(name));
                fields.add(new FieldChange(
                        sobject,
                        name,
                        line.place().toString(),
                        1,
                        written.getOrDefault(key, Set.of()).contains(name) ? 1 : 0,
                        undone.getOrDefault(key, Set.of()).contains(name) ? 1 : 0,
                        List.of(new Example(conversation, shown(was), shown(is)))));
            }
        }
    }

    private void compareFailures(List<Failure> before, List<Failure> after) {
        Set<String> sobjects = new LinkedHashSet<>();
        before.forEach(failure -> sobjects.add(failure.sobject()));
        after.stream()
                .filter(failure -> !sobjects.contains(failure.sobject()))
                .forEach(failure -> failures.add(
                        new NewFailure(failure.place().toString(), failure.message(), 1, List.of(conversation))));
    }

    private static Map<String, DesiredRecord> byKey(Plan plan) {
        Map<String, DesiredRecord> records = new LinkedHashMap<>();
        plan.records().forEach(record -> records.put(key(record), record));
        return records;
    }

    private static String key(DesiredRecord record) {
        return record.sobject() + " " + record.key();
    }

    private static Map<String, DesiredField> fields(DesiredRecord record) {
        Map<String, DesiredField> fields = new LinkedHashMap<>();
        record.fields().forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    private static JsonNode value(DesiredField field) {
        return Values.json(field == null ? null : field.value());
    }

    private static String shown(JsonNode value) {
        String text = Values.shown(value);
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
