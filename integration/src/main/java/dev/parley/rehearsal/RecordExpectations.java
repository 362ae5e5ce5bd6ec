package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.delivery.DryRun.Change;
import dev.parley.mapping.DesiredRecord.DesiredField;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.Place;
import dev.parley.mapping.TestFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds the records that would be written against those that a test expects. */
final class RecordExpectations {

    private final TestFile file;
    private final String pointer;
    private final boolean exactly;
    private final MappingSet mappings;
    private final Map<String, List<Change>> written;
    private final List<Mismatch> mismatches = new ArrayList<>();

    private RecordExpectations(
            TestFile file, String pointer, boolean exactly, MappingSet mappings, Map<String, List<Change>> written) {
        this.file = file;
        this.mappings = mappings;
        this.pointer = pointer;
        this.exactly = exactly;
        this.written = written;
    }

    /**
     * All that is not as expected.
     *
     * @param pointer of the test in its file
     * @param test as it stands there
     * @param mappings made the records
     */
    static List<Mismatch> check(
            TestFile file, String pointer, JsonNode test, MappingSet mappings, List<Change> changes) {
        Map<String, List<Change>> written = changes.stream()
                .collect(Collectors.groupingBy(
                        change -> change.record().sobject(), LinkedHashMap::new, Collectors.toList()));
        RecordExpectations expectations = new RecordExpectations(
                file, pointer + "/expect", test.path("exactly").asBoolean(false), mappings, written);
        expectations.check(test.path("expect"));
        return expectations.mismatches;
    }

    private void check(JsonNode expect) {
        if (expect.isTextual()) {
            written.keySet().forEach(sobject -> checkNone(pointer, sobject));
        }
        expect.properties().forEach(entry -> {
            String at = pointer + "/" + entry.getKey();
            if (entry.getValue().isTextual()) {
                checkNone(at, entry.getKey());
            } else {
                checkAll(at, entry.getKey(), entry.getValue());
            }
        });
        if (exactly) {
            new TreeSet<>(written.keySet())
                    .stream().filter(sobject -> !expect.has(sobject)).forEach(sobject -> checkNone(pointer, sobject));
        }
    }

    private void checkNone(String at, String sobject) {
        for (Change change : written.getOrDefault(sobject, List.of())) {
            differs(
                    at,
                    "no " + sobject + " was expected",
                    "none",
                    record(change),
                    change.record().place());
        }
    }

    private void checkAll(String at, String sobject, JsonNode records) {
        List<Change> got = written.getOrDefault(sobject, List.of());
        for (int i = 0; i < records.size(); i++) {
            if (i < got.size()) {
                checkFields(at + "/" + i, records.get(i), got.get(i));
            } else {
                differs(
                        at + "/" + i,
                        sobject + " is not written",
                        records.get(i).toString(),
                        "nothing",
                        null);
            }
        }
        got.stream()
                .skip(records.size())
                .forEach(more -> differs(
                        at,
                        "one more " + sobject + " is written than is expected",
                        "nothing",
                        record(more),
                        more.record().place()));
    }

    private void checkFields(String at, JsonNode expected, Change change) {
        Map<String, Object> values = values(change);
        expected.properties().forEach(field -> {
            JsonNode got = Values.json(values.get(field.getKey()));
            if (!Values.same(field.getValue(), got)) {
                differs(
                        at + "/" + field.getKey(),
                        change.record().sobject() + "." + field.getKey() + " differs",
                        Values.shown(field.getValue()),
                        Values.shown(got),
                        place(change, field.getKey()));
            }
        });
        if (exactly) {
            change.fields().keySet().stream()
                    .filter(name -> !expected.has(name))
                    .forEach(name -> differs(
                            at,
                            change.record().sobject() + "." + name + " was not expected",
                            "nothing",
                            Values.shown(Values.json(change.fields().get(name))),
                            place(change, name)));
        }
    }

    /** The fields that are written, the key and the id. */
    private static Map<String, Object> values(Change change) {
        Map<String, Object> values = new LinkedHashMap<>(change.fields());
        values.put(change.record().keyField(), change.record().key());
        values.put("Id", change.id());
        return values;
    }

    /** The line that the value comes from, or that gave none; the whole record's for what is no mapped field of it. */
    private Place place(Change change, String field) {
        return change.record().fields().stream()
                .filter(desired -> desired.name().equals(field))
                .map(DesiredField::place)
                .findFirst()
                .or(() -> mappings.place(change.record().sobject(), field))
                .orElse(change.record().place());
    }

    private static String record(Change change) {
        return Values.shown(change.fields());
    }

    private void differs(String at, String what, String expected, String got, Place from) {
        mismatches.add(new Mismatch(file.place(at), what, expected, got, from));
    }
}
