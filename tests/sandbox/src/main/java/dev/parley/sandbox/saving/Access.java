package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Field.Trait;
import dev.parley.sandbox.schema.Operation;
import dev.parley.sandbox.schema.SObjectType;
import java.util.List;
import java.util.stream.Stream;

/** Whether a user may do what a request asks. */
final class Access {
    private Access() {}

    static void require(SObjectType type, Operation operation) {
        if (!type.allows(operation)) {
            throw new SalesforceError(
                    operation == Operation.DELETE ? 400 : 403,
                    "INSUFFICIENT_ACCESS_OR_READONLY",
                    "insufficient access rights on object id",
                    List.of());
        }
    }

    static void requireWritable(Draft draft, Trait needed) {
        List<String> refused = Stream.concat(
                        draft.values().keySet().stream(), draft.links().stream().map(Draft.Link::reference))
                .filter(field -> !field.is(needed))
                .map(Field::name)
                .toList();
        if (!refused.isEmpty()) {
            throw new SalesforceError(
                    400,
                    "INVALID_FIELD_FOR_INSERT_UPDATE",
                    "Unable to create/update fields: " + String.join(", ", refused)
                            + ". Please check the security settings of this field and verify that it is read/write"
                            + " for your profile or permission set.",
                    refused);
        }
    }
}
