package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final Namesakes namesakes;
    private final List<String> unreadable;
    private final Consumer<Finding> findings;
    private final Consumer<Doubt> doubts;

    /**
     * @param tried whether the file that is tried is there, and of a kind that can be
     * @param unreadable the texts of record files of which nobody knows what they make
     */
    TestLint(
            TestFile file,
            boolean tried,
            List<RecordMapping> mappings,
            Namesakes namesakes,
            List<String> unreadable,
            Consumer<Finding> findings,
            Consumer<Doubt> doubts) {
        this.file = file;
        this.tried = tried;
        this.mappings = mappings;
        this.namesakes = namesakes;
        this.unreadable = unreadable;
        this.findings = findings;
        this.doubts = doubts;
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
        if (mayBeUnreadable(sobject)) {
            return;
        }
        Set<String> fields = fields(sobject);
        if (fields.isEmpty()) {
            unknownObject(file.place(pointer), sobject);
        }
        for (int i = 0; i < records.size() && !fields.isEmpty(); i++) {
            checkFields(pointer + "/" + i, sobject, records.get(i), fields);
        }
    }

    private void unknownObject(Place place, String sobject) {
        Set<String> known = mappings.stream().map(RecordMapping::sobject).collect(Collectors.toSet());
        tell(
                Finding.error(
                        place,
                        "unknown-object",
                        "no mapping file makes records of '" + sobject + "'",
                        Suggestion.among(known, sobject)),
                namesakes
                        .object(sobject)
                        .map(meant -> either(
                                meant.file().valuePlace("/sobject"),
                                "unknown-object",
                                place + " expects records of '" + sobject + "', and this makes '" + meant.sobject())));
    }

    /** What is wrong with the file that would make it is told already. */
    private boolean mayBeUnreadable(String sobject) {
        boolean unread = file.kind().equals("salesforce")
                && mappings.stream().noneMatch(mapping -> mapping.file().name().equals(file.tried()));
        boolean inPart = mappings.stream()
                .anyMatch(mapping -> mapping.sobject().equals(sobject)
                        && !mapping.file().content().path("fields").isObject());
        return unread || inPart || unreadable.stream().anyMatch(text -> text.contains(sobject));
    }

    private void checkFields(String pointer, String sobject, JsonNode record, Set<String> fields) {
        List<String> unknown = new ArrayList<>();
        record.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(fields);
        unknown.removeIf(name -> standsElsewhere(sobject, name));
        unknown.forEach(name -> unknownField(file.place(YamlFile.child(pointer, name)), sobject, name, fields));
    }

    private void unknownField(Place place, String sobject, String name, Set<String> fields) {
        tell(
                Finding.error(
                        place,
                        "unknown-field",
                        "no mapping file writes '" + name + "' of " + sobject,
                        Suggestion.among(fields, name)),
                namesakes
                        .field(sobject, name)
                        .map(meant -> either(
                                meant.place(),
                                "unknown-field",
                                place + " expects '" + name + "' of " + sobject + ", and this writes '"
                                        + meant.name())));
    }

    private static Finding either(Place place, String rule, String difference) {
        return Finding.warning(
                place, rule, difference + "': one of the two is misspelt, and 'mappings check --org' says which");
    }

    private void tell(Finding ofTest, Optional<Finding> either) {
        either.ifPresentOrElse(ofMapping -> doubts.accept(new Doubt(ofMapping, ofTest)), () -> findings.accept(ofTest));
    }

    /** A field in the wrong place of its file, or of a value that could not be read, is told there. */
    private boolean standsElsewhere(String sobject, String name) {
        return mappings.stream()
                .filter(mapping -> mapping.sobject().equals(sobject))
                .flatMap(mapping -> mapping.file().keys().keySet().stream())
                .anyMatch(pointer -> pointer.endsWith("/" + name));
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
