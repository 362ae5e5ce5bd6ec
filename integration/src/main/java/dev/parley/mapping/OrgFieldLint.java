package dev.parley.mapping;

import dev.parley.crm.Describe;
import dev.parley.crm.Describe.Field;
import dev.parley.crm.Describe.RecordType;
import dev.parley.crm.Describe.Trait;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Whether the org lets a field be written when the file says, and in the way that the org is set up for. */
final class OrgFieldLint {
    private static final Pattern PLACE_NAME = Pattern.compile(".*(Country|State)");

    private final RecordMapping mapping;
    private final Describe describe;
    private final Consumer<Finding> findings;

    OrgFieldLint(RecordMapping mapping, Describe describe, Consumer<Finding> findings) {
        this.mapping = mapping;
        this.describe = describe;
        this.findings = findings;
    }

    /** @param target what the org says of it */
    void check(FieldMapping field, Field target) {
        checkWriting(field, target);
        checkPlaceName(field);
        if (field.otherwise() instanceof RecordTypeName named) {
            checkRecordType(field, named);
        } else if (field.name().equals("RecordTypeId") && field.otherwise() != null) {
            checkRecordTypeId(field);
        }
    }

    private void checkWriting(FieldMapping field, Field target) {
        boolean later = field.write() != Write.CREATE;
        boolean atFirst = !mapping.onlyKnown() || !later;
        if (!target.is(Trait.CREATEABLE) && !target.is(Trait.UPDATEABLE)) {
            error(field, "the integration user may not write '" + field.name() + "'");
        } else if (atFirst && !target.is(Trait.CREATEABLE)) {
            error(field, "'" + field.name() + "' cannot be given when the record is made");
        } else if (later && !target.is(Trait.UPDATEABLE)) {
            error(field, "'" + field.name() + "' cannot be changed once the record is made: say 'write: create'");
        }
    }

    private void error(FieldMapping field, String what) {
        findings.accept(Finding.error(field.place(), "not-writeable", what));
    }

    /** With state and country picklists the names must be the org's own; codes are the same everywhere. */
    private void checkPlaceName(FieldMapping field) {
        String code = field.name() + "Code";
        if (PLACE_NAME.matcher(field.name()).matches() && describe.fields().containsKey(code)) {
            findings.accept(Finding.warning(
                    field.place(),
                    "country-picklist",
                    "the org has state and country picklists, and takes only names that are theirs: map '" + code
                            + "' instead",
                    code));
        }
    }

    private void checkRecordType(FieldMapping field, RecordTypeName named) {
        if (RecordTypes.find(describe, named).isEmpty()) {
            List<String> names = describe.recordTypes().stream()
                    .map(RecordType::developerName)
                    .toList();
            findings.accept(Finding.error(
                    mapping.file().valuePlace(YamlFile.child("/fields", List.of(field.name(), "recordType"))),
                    "unknown-record-type",
                    RecordTypes.lacks(describe, named),
                    Suggestion.among(names, named.name())));
        }
    }

    /** An id is that of one org: a name holds in the sandbox and in production alike. */
    private void checkRecordTypeId(FieldMapping field) {
        String given = String.valueOf(field.otherwise());
        List<RecordType> types = describe.recordTypes();
        if (types.stream().noneMatch(type -> isId(type.id(), given))) {
            String meant = types.stream()
                    .filter(type -> given.equals(type.developerName()) || given.equals(type.name()))
                    .map(RecordType::id)
                    .findFirst()
                    .orElse(null);
            String what = "'" + given + "' is not the id of a record type of " + describe.sobject()
                    + " that the integration user may give";
            Place place = mapping.file().valuePlace(YamlFile.child("/fields", List.of(field.name(), "default")));
            findings.accept(Finding.error(place, "unknown-record-type", what, meant));
        }
    }

    private static boolean isId(String id, String given) {
        return id.equals(given) || (given.length() == 15 && id.startsWith(given));
    }
}
