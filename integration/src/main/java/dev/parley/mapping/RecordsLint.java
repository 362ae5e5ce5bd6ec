package dev.parley.mapping;

import dev.parley.mapping.FieldMapping.ReferenceMapping;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** What is wrong between the record files: each for itself may be sound. */
final class RecordsLint {
    private final List<RecordMapping> mappings;
    private final List<String> unreadable;
    private final Consumer<Finding> findings;

    /**
     * @param mappings all files that could be read, in their order
     * @param unreadable the texts of those that could not: what they make is not known
     */
    RecordsLint(List<RecordMapping> mappings, List<String> unreadable, Consumer<Finding> findings) {
        this.mappings = mappings;
        this.unreadable = unreadable;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < mappings.size(); i++) {
            RecordMapping mapping = mappings.get(i);
            if (mapping.enabled()) {
                mapping.fields().forEach(this::checkReference);
                among(mappings.subList(0, i), mapping).ifPresent(first -> sameRecord(mapping, first));
            }
        }
    }

    /** A reference by external id fails in the CRM unless the record is there, so some file should make it. */
    private void checkReference(FieldMapping field) {
        ReferenceMapping reference = field.reference();
        if (reference == null || maker(reference, true).isPresent() || mayBeUnreadable(reference)) {
            return;
        }
        String off = maker(reference, false)
                .map(file -> ": " + file.file().name() + " would, but says 'enabled: false'")
                .orElse("");
        findings.accept(Finding.warning(
                field.place(),
                "dangling-reference",
                "no file that is enabled makes the " + reference.sobject() + " that '" + field.name() + "' names by "
                        + reference.externalId() + off));
    }

    private Optional<RecordMapping> maker(ReferenceMapping reference, boolean enabled) {
        return mappings.stream()
                .filter(mapping -> mapping.enabled() == enabled && reference.isMadeBy(mapping))
                .findFirst();
    }

    private boolean mayBeUnreadable(ReferenceMapping reference) {
        return unreadable.stream()
                .anyMatch(text -> text.contains(reference.sobject()) || text.contains(reference.externalId()));
    }

    /** The first of these that makes the same record whenever the other does, or the other way round. */
    private static Optional<RecordMapping> among(List<RecordMapping> earlier, RecordMapping mapping) {
        return earlier.stream()
                .filter(RecordMapping::enabled)
                .filter(other -> makeTheSame(other, mapping))
                .findFirst();
    }

    private static boolean makeTheSame(RecordMapping one, RecordMapping other) {
        boolean both = one.when() == null || other.when() == null || sameText(one.when(), other.when());
        return both
                && one.sobject().equals(other.sobject())
                && one.keyField().equals(other.keyField())
                && one.key() != null
                && sameText(one.key(), other.key())
                && sameText(one.each(), other.each());
    }

    private static boolean sameText(Expression one, Expression other) {
        return one == null || other == null
                ? Objects.equals(one, other)
                : one.text().equals(other.text());
    }

    private void sameRecord(RecordMapping mapping, RecordMapping first) {
        findings.accept(Finding.error(
                mapping.key().place(),
                "same-record",
                "this makes the same " + mapping.sobject() + " as "
                        + first.file().name()
                        + ": put its fields there, or give one of the two another 'when' or 'key'"));
        for (FieldMapping field : mapping.fields()) {
            first.fields().stream()
                    .filter(other -> other.name().equals(field.name()))
                    .forEach(other -> findings.accept(Finding.error(
                            field.place(),
                            "same-record",
                            "'" + field.name() + "' of the same record is written by " + other.place() + " already")));
        }
    }
}
