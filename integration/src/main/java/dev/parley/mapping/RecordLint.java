package dev.parley.mapping;

import dev.parley.mapping.Result.Kind;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what is wrong between the parts of one record file, each of which may be sound. */
final class RecordLint {
    /** Objects on whose new records Salesforce runs assignment rules. */
    private static final Set<String> ASSIGNED = Set.of("Account", "Case", "Lead");

    private final YamlFile file;
    private final ExpressionReader expressions;
    private final Consumer<Finding> findings;

    /** @param expressions that have been read */
    RecordLint(YamlFile file, ExpressionReader expressions, Consumer<Finding> findings) {
        this.file = file;
        this.expressions = expressions;
        this.findings = findings;
    }

    void check(RecordMapping mapping) {
        checkKey(mapping);
        checkList(mapping);
        mapping.fields().forEach(this::checkResult);
        if (mapping.when() != null && !expressions.result("/when").words().isEmpty()) {
            warn(
                    "/when",
                    "constant-when",
                    "this is the same for every conversation: leave 'when' out, or say 'enabled: false'");
        }
        String assignment = mapping.options().assignment();
        boolean rules = assignment.equals("rules") || assignment.startsWith("01Q");
        if (rules && !mapping.sobject().isEmpty() && !ASSIGNED.contains(mapping.sobject())) {
            warn("/assignment", "unused-assignment", "Salesforce has no assignment rules for " + mapping.sobject());
        }
    }

    private void checkKey(RecordMapping mapping) {
        mapping.fields().stream()
                .filter(field -> field.name().equals(mapping.keyField()))
                .forEach(field -> findings.accept(Finding.error(
                        field.place(),
                        "key-field-mapped",
                        "'" + field.name() + "' carries the key already: leave it out of 'fields'")));
        if (mapping.key() != null && !expressions.result("/key").words().isEmpty()) {
            findings.accept(Finding.error(
                    file.place("/key"),
                    "constant-key",
                    "the key is the same for every conversation, so all would share one record"));
        }
    }

    private void checkList(RecordMapping mapping) {
        if (mapping.each() == null) {
            return;
        }
        if (!expressions.parts().contains("item")) {
            warn("/each", "unused-each", "'each' makes a record for each element, but nothing uses 'item'");
        } else if (mapping.key() != null
                && expressions.result("/key").words().isEmpty()
                && !expressions.parts("/key").contains("item")) {
            findings.accept(Finding.error(
                    file.place("/key"),
                    "same-key",
                    "the key is the same for all elements of 'each': make 'item' part of it"));
        }
        if (expressions.result("/each").is(Kind.TEXT, Kind.NUMBER, Kind.TRUTH)) {
            warn(
                    "/each",
                    "not-a-list",
                    "'each' gives " + expressions.result("/each").kind() + ", not a list");
        }
    }

    private void checkResult(FieldMapping field) {
        if (field.result().is(Kind.OBJECT)) {
            findings.accept(Finding.error(
                    field.from().place(),
                    "wrong-result",
                    "'" + field.name() + "' takes text, a number, true or false, and this gives an object"));
        }
    }

    private void warn(String pointer, String rule, String what) {
        findings.accept(Finding.warning(file.place(pointer), rule, what));
    }
}
