package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which expectations of a test could never be met, because no mapping file says anything of them. */
final class TestLint {
    private final TestFile file;
    private final boolean tried;
    private final List<RecordMapping> mappings;
    private final List<String> unreadable;
    private final Consumer<Finding> findings;

    /**
     * @param tried whether the file that is tried is there, and of a kind that can be
     * @param unreadable the texts of record files of which nobody knows what they make
     */
    TestLint(
            TestFile file,
            boolean tried,
            List<RecordMapping> mappings,
            List<String> unreadable,
            Consumer<Finding> findings) {
        this.file = file;
        this.tried = tried;
        this.mappings = mappings;
        this.unreadable = unreadable;
        this.findings = findings;
    }

    void check() {
        if (!tried) {
            findings.accept(Finding.error(
                    new Place(file.name(), 1, 1),
                    "tries-nothing",
                    "there is no file " + file.tried() + " beside it, or none whose kind has tests"));
            return;
        }
        for (int i = 0; i < file.tests().size() && file.expectsRecords(); i++) {
            check("/tests/" + i, file.tests().get(i));
        }
    }

    private void check(String pointer, JsonNode test) {
        if (Stream.of("expect", "failures", "identity", "routing").noneMatch(test::has)) {
            findings.accept(Finding.error(
                    file.place(pointer), "no-expectation", "the test expects nothing: give 'expect' or 'failures'"));
        }
        boolean source = file.source().isPresent();
        String given = source ? "body" : "events";
        if (!test.has(given) && !test.has("file") && (source || !test.has("visitor"))) {
            findings.accept(Finding.error(
                    file.place(pointer),
                    "nothing-given",
                    "the test gives nothing: say '" + given + "', or 'file' for one that stands beside it"));
        }
        JsonNode expect = test.path("expect");
        if (source ? expect.isObject() : expect.isArray()) {
            String wanted = source ? "a list of events" : "the records by object type";
            findings.accept(Finding.error(
                    file.place(pointer + "/expect"), "wrong-type", "'expect' here is " + wanted + ", or 'none'"));
            return;
        }
        expect.properties().forEach(records -> {
            String at = YamlFile.child(pointer + "/expect", records.getKey());
            checkObject(at, records.getKey(), records.getValue());
        });
    }

    private void checkObject(String pointer, String sobject, JsonNode records) {
        Set<String> fields = fields(sobject);
        if (fields.isEmpty() && !mayBeUnreadable(sobject)) {
            Set<String> known = mappings.stream().map(RecordMapping::sobject).collect(Collectors.toSet());
            findings.accept(Finding.error(
                    file.place(pointer),
                    "unknown-object",
                    "no mapping file makes records of '" + sobject + "'",
                    Suggestion.among(known, sobject)));
        }
        for (int i = 0; i < records.size() && !fields.isEmpty(); i++) {
            checkFields(pointer + "/" + i, sobject, records.get(i), fields);
        }
    }

    /** What is wrong with the file that would make it is told already. */
    private boolean mayBeUnreadable(String sobject) {
        boolean tried =
                mappings.stream().anyMatch(mapping -> mapping.file().name().equals(file.tried()));
        return !tried || unreadable.stream().anyMatch(text -> text.contains(sobject));
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
