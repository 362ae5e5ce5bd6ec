package dev.parley.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.CrmException.Kind;
import dev.parley.crm.Describe;
import dev.parley.crm.Describe.Trait;
import dev.parley.crm.Soql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whether the package's permission set lets Parley write what the files map; another user's rights do not hide it. */
final class PermissionSetLint {
    private static final String NAME = "Chat_Sync_Integration";

    /** Objects whose access follows another's or a user permission. */
    private static final Set<String> WITHOUT_PERMISSIONS = Set.of("Task", "Event", "OpportunityContactRole");

    /** The parts of an address are permitted together. */
    private static final Pattern ADDRESS_PART = Pattern.compile(
            "^(Billing|Shipping|Mailing|Other|)(Street|City|State|StateCode|PostalCode|Country|CountryCode)$");

    private final List<RecordMapping> mappings;
    private final Map<String, Describe> describes;
    private final Consumer<Finding> findings;

    /** @param describes of the object types that the org has */
    PermissionSetLint(List<RecordMapping> mappings, Map<String, Describe> describes, Consumer<Finding> findings) {
        this.mappings = mappings;
        this.describes = describes;
        this.findings = findings;
    }

    void check(Crm crm) {
        String where = " WHERE Parent.Name = " + Soql.text(NAME);
        try {
            List<List<ObjectNode>> answers = crm.query(List.of(
                    "SELECT Id FROM PermissionSet WHERE Name = " + Soql.text(NAME),
                    "SELECT SobjectType, PermissionsCreate, PermissionsEdit FROM ObjectPermissions" + where,
                    "SELECT Field, PermissionsEdit FROM FieldPermissions" + where));
            if (answers.get(0).isEmpty()) {
                note(Level.WARNING, "the org has no permission set " + NAME + ": deploy the package first");
            } else {
                checkObjects(granted(answers.get(1), "SobjectType"));
                checkFields(granted(answers.get(2), "Field"));
            }
        } catch (CrmException e) {
            if (e.kind() != Kind.PERMANENT) {
                throw e;
            }
            note(
                    Level.NOTE,
                    "the org does not tell this user what the permission set " + NAME
                            + " grants (View Setup and Configuration is needed); what the user itself may do is checked");
        }
    }

    private void note(Level level, String what) {
        findings.accept(new Finding(new Place("salesforce", 1, 1), level, "not-permitted", what, null));
    }

    private static Set<String> granted(List<ObjectNode> rows, String name) {
        return rows.stream()
                .filter(row -> row.path("PermissionsEdit").asBoolean())
                .map(row -> row.path(name).asText())
                .collect(Collectors.toSet());
    }

    private void checkObjects(Set<String> granted) {
        mappings.stream()
                .filter(mapping -> describes.containsKey(mapping.sobject()))
                .filter(mapping -> !WITHOUT_PERMISSIONS.contains(mapping.sobject()))
                .filter(mapping -> !granted.contains(mapping.sobject()))
                .forEach(mapping -> findings.accept(Finding.warning(
                        mapping.place(),
                        "not-permitted",
                        "the permission set " + NAME + " does not let records of " + mapping.sobject()
                                + " be changed")));
    }

    private void checkFields(Set<String> granted) {
        for (RecordMapping mapping : mappings) {
            Describe describe = describes.get(mapping.sobject());
            mapping.fields().stream()
                    .filter(field ->
                            describe != null && isPermitted(describe.fields().get(field.name())))
                    .filter(field -> !granted.contains(mapping.sobject() + "." + field.name())
                            && !granted.contains(mapping.sobject() + "." + together(field.name())))
                    .forEach(field -> findings.accept(Finding.warning(
                            field.place(),
                            "not-permitted",
                            "the permission set " + NAME + " does not let '" + field.name() + "' be written")));
        }
    }

    private static boolean isPermitted(Describe.Field field) {
        return field != null && field.is(Trait.PERMISSIONABLE);
    }

    private static String together(String field) {
        return ADDRESS_PART.matcher(field).replaceFirst("$1Address");
    }
}
