package dev.parley.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.mapping.Result.Kind;
import java.util.function.Consumer;

/** Finds what a field of a record file says in vain, because something else that it says keeps it from taking effect. */
final class FieldLint {
    private final YamlFile file;
    private final Consumer<Finding> findings;

    FieldLint(YamlFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Checks a field.
     *
     * @param pointer where it stands
     * @param said what it says, an object
     * @param field what became of it
     */
    void check(String pointer, JsonNode said, FieldMapping field) {
        checkOrder(pointer, said, field.result());
        checkMax(pointer, said, field);
        checkRecordType(pointer, said, field);
        boolean never = field.write() != Write.ALWAYS || said.has("default");
        if (said.has("blank") && never) {
            String why = said.has("default") ? "with a 'default'" : "unless it says 'write: always'";
            warn(pointer + "/blank", "unused-blank", "a field is never emptied " + why + ": leave 'blank' out");
        }
    }

    /** First 'from' is asked, then 'reference', then 'default'. */
    private void checkOrder(String pointer, JsonNode said, Result result) {
        if (result.always() && said.has("reference")) {
            warn(pointer + "/reference", "unreachable", "'from' always gives a value, so 'reference' is never used");
        }
        if (result.always() && said.has("default")) {
            warn(pointer + "/default", "unreachable", "'from' always gives a value, so 'default' is never used");
        }
    }

    private void checkMax(String pointer, JsonNode said, FieldMapping field) {
        if (!said.has("max")) {
            return;
        }
        if (!said.has("from")) {
            warn(pointer + "/max", "unused-max", "only what 'from' gives is cut, and there is none: leave 'max' out");
        } else if (field.result().is(Kind.NUMBER, Kind.TRUTH)) {
            String kind = field.result().kind().toString();
            warn(pointer + "/max", "unused-max", "'from' gives " + kind + ", which is never cut: leave 'max' out");
        }
        String otherwise = said.path("default").asText();
        if (otherwise.codePointCount(0, otherwise.length()) > field.max()) {
            warn(pointer + "/default", "default-too-long", "'default' is longer than 'max', and is not cut");
        }
    }

    private void checkRecordType(String pointer, JsonNode said, FieldMapping field) {
        if (said.has("recordType") && !field.name().equals("RecordTypeId")) {
            String what = "'recordType' gives a record type's id, and that is the value of 'RecordTypeId' only";
            findings.accept(Finding.error(file.place(pointer + "/recordType"), "not-here", what));
        }
        if (said.has("recordType") && said.has("default")) {
            String what = "'recordType' stands for the default: leave one of the two out";
            findings.accept(Finding.error(file.place(pointer + "/default"), "too-many-keys", what));
        }
    }

    private void warn(String pointer, String rule, String what) {
        findings.accept(Finding.warning(file.place(pointer), rule, what));
    }
}
