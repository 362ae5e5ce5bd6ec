package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Field.Trait;
import dev.parley.sandbox.schema.Operation;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.sharing.Sharing;
import java.util.List;
import java.util.function.BiPredicate;
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

    /** Refuses what sharing does not allow with that record; one that is not even seen is not told of. */
    static void requireShared(Sharing sharing, SObject record, BiPredicate<Sharing, SObject> allowed) {
        if (!sharing.sees(record)) {
            throw crossReference();
        }
        if (!allowed.test(sharing, record)) {
            throw new SalesforceError(
                    403, "INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id", List.of());
        }
    }

    static SalesforceError crossReference() {
        return new SalesforceError(
                403,
                "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
                "insufficient access rights on cross-reference id",
                List.of());
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
