package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Says which expectations of a test could never be met, because no mapping file says anything of them. */
final class TestLint {
    private final TestFile file;
    private final List<RecordMapping> mappings;
    private final Consumer<Finding> findings;

    TestLint(TestFile file, List<RecordMapping> mappings, Consumer<Finding> findings) {
        this.file = file;
        this.mappings = mappings;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < file.tests().size(); i++) {
            check("/tests/" + i, file.tests().get(i));
        }
    }

    private void check(String pointer, JsonNode test) {
        if (!test.has("expect") && !test.has("failures")) {
            findings.accept(Finding.error(
                    file.place(pointer), "no-expectation", "the test expects nothing: give 'expect' or 'failures'"));
        }
        if (!test.has("events") && !test.has("file") && !test.has("body")) {
            findings.accept(Finding.error(
                    file.place(pointer),
                    "nothing-given",
                    "the test gives nothing: say 'events' or 'file', or for a source 'body'"));
        }
        test.path("expect").properties().forEach(records -> {
            String at = YamlFile.child(pointer + "/expect", records.getKey());
            checkObject(at, records.getKey(), records.getValue());
        });
    }

    private void checkObject(String pointer, String sobject, JsonNode records) {
        Set<String> fields = fields(sobject);
        if (fields.isEmpty()) {
            Set<String> known = mappings.stream().map(RecordMapping::sobject).collect(Collectors.toSet());
            findings.accept(Finding.error(
                    file.place(pointer),
                    "unknown-object",
                    "no mapping file makes records of '" + sobject + "'",
                    Suggestion.among(known, sobject)));
            return;
        }
        for (int i = 0; i < records.size(); i++) {
            checkFields(pointer + "/" + i, sobject, records.get(i), fields);
        }
    }

    private void checkFields(String pointer, String sobject, JsonNode record, Set<String> fields) {
        List<String> unknown = new ArrayList<>();
        record.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(fields);
        unknown.forEach(name -> findings.accept(Finding.error(
                file.place(YamlFile.child(pointer, name)),
                "unknown-field",
                "no mapping file writes '" + name + "' of " + sobject,
                Suggestion.among(fields, name))));
    }

    /** All that may be expected of a record; empty if no file makes one. */
    private Set<String> fields(String sobject) {
        Set<String> fields = new TreeSet<>();
        mappings.stream()
                .filter(mapping -> mapping.sobject().equals(sobject))
                .forEach(mapping -> fields.addAll(mapping.fieldNames()));
        if (!fields.isEmpty()) {
            fields.add("Id");
        }
        return fields;
    }
}
