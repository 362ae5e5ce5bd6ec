package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Map;

/** No two records that are not deleted have the same value in a unique field. */
final class Uniqueness {
    private final Records records;

    Uniqueness(Records records) {
        this.records = records;
    }

    void check(SObjectType type, String id, Map<String, Object> values) {
        for (Field field : type.fields()) {
            Object value = values.get(field.name());
            if (field.is(Field.Trait.UNIQUE) && value != null) {
                records.withValue(type, field, value)
                        .filter(other -> !other.isDeleted() && !other.id().equals(id))
                        .findFirst()
                        .ifPresent(other -> refuse(field, other));
            }
        }
    }

    /** A permission set is assigned to a user once. */
    void checkAssignment(SObjectType type, Map<String, Object> values) {
        if (!type.name().equals("PermissionSetAssignment")) {
            return;
        }
        Object set = values.get("PermissionSetId");
        records.withValue(type, type.field("AssigneeId").orElseThrow(), values.get("AssigneeId"))
                .filter(other -> !other.isDeleted() && set.equals(other.get("PermissionSetId")))
                .findFirst()
                .ifPresent(other -> {
                    throw SalesforceError.badRequest(
                            "DUPLICATE_VALUE",
                            "Duplicate PermissionSetAssignment. Assignee: " + values.get("AssigneeId")
                                    + "; Permission Set: " + set);
                });
    }

    private static void refuse(Field field, SObject other) {
        throw SalesforceError.badRequest(
                "DUPLICATE_VALUE",
                "duplicate value found: " + field.name() + " duplicates value on record with id: "
                        + other.id().substring(0, 15));
    }
}
