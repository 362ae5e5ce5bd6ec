package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a mapping file may mean by a name that is almost the one a test expects. Most slips happen where files are
 * edited, and that is the mapping: a test that was right all the time must not be blamed for them.
 */
final class Namesakes {
    private final List<RecordMapping> mappings;
    private final Set<String> expected = new HashSet<>();

    /** @param tests all there are: what any of them expects by a mapping file's own name is no slip of that file */
    Namesakes(List<RecordMapping> mappings, List<TestFile> tests) {
        this.mappings = mappings;
        tests.stream().filter(TestFile::expectsRecords).forEach(test -> test.tests()
                .forEach(one -> learn(one.path("expect"))));
    }

    private void learn(JsonNode expect) {
        expect.properties().forEach(records -> {
            expected.add(records.getKey());
            records.getValue().forEach(record -> record.fieldNames()
                    .forEachRemaining(field -> expected.add(records.getKey() + "." + field)));
        });
    }

    /**
     * The only field that one of the object's files writes, no test expects, and may be meant by this name. A field that
     * Parley's own files write is there.
     */
    Optional<FieldMapping> field(String sobject, String name) {
        List<FieldMapping> fields = of(sobject)
                .flatMap(mapping -> mapping.fields().stream())
                .filter(field -> !expected.contains(sobject + "." + field.name()))
                .toList();
        return only(fields.stream().map(FieldMapping::name), name)
                .filter(meant -> !Shipped.writes(sobject, meant))
                .flatMap(meant -> fields.stream()
                        .filter(field -> field.name().equals(meant))
                        .findFirst());
    }

    /** The only file that makes records which no test expects, of an object that may be meant by this name. */
    Optional<RecordMapping> object(String name) {
        return only(mappings.stream().map(RecordMapping::sobject).filter(sobject -> !expected.contains(sobject)), name)
                .flatMap(meant -> of(meant).findFirst());
    }

    private Stream<RecordMapping> of(String sobject) {
        return mappings.stream().filter(mapping -> mapping.sobject().equals(sobject));
    }

    private static Optional<String> only(Stream<String> known, String name) {
        List<String> slips = Suggestion.slips(known.distinct().toList(), name);
        return slips.size() == 1 ? Optional.of(slips.get(0)) : Optional.empty();
    }
}
