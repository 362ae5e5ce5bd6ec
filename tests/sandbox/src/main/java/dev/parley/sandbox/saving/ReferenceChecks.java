package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.Ids;
import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.sharing.Sharing;
import java.util.List;
import java.util.Locale;

/** What a reference must be: the id of a record that is there, of a type the field may point to. */
final class ReferenceChecks {
    private final Schema schema;
    private final Records records;
    private final Sharing sharing;

    ReferenceChecks(Schema schema, Records records, Sharing sharing) {
        this.schema = schema;
        this.records = records;
        this.sharing = sharing;
    }

    /** The id in its form of 18 characters. */
    String checked(Field field, String id) {
        if (!Ids.isWellFormed(id)) {
            throw wrongId("MALFORMED_ID", field, id);
        }
        boolean fits = schema.ofId(id)
                .filter(type -> field.reference().targets().contains(type.name()))
                .isPresent();
        if (!fits) {
            throw wrongId("FIELD_INTEGRITY_EXCEPTION", field, id);
        }
        SObject parent = records.byId(id)
                .orElseThrow(
                        () -> SalesforceError.badRequest("INVALID_CROSS_REFERENCE_KEY", "invalid cross reference id"));
        if (parent.isDeleted()) {
            throw SalesforceError.badRequest("ENTITY_IS_DELETED", "entity is deleted");
        }
        requireShared(parent, field);
        return parent.id();
    }

    private void requireShared(SObject parent, Field field) {
        if (!sharing.mayReferTo(parent, field)) {
            throw Access.crossReference();
        }
    }

    /** Refuses to give a record to a user who may no longer log in; queues may always own. */
    void requireActiveOwner(SObjectType type, Object before, Object owner) {
        boolean inactive = owner != null
                && !owner.equals(before)
                && records.byId((String) owner)
                        .filter(user -> user.type().name().equals("User") && !user.isTrue("IsActive"))
                        .isPresent();
        if (inactive) {
            throw SalesforceError.badRequest(
                    "INACTIVE_OWNER_OR_USER",
                    "operation performed with inactive user [" + owner + "] as owner of "
                            + type.name().toLowerCase(Locale.ROOT));
        }
    }

    /** The id of the parent that the link names by its external id. */
    String resolve(Draft.Link link) {
        List<SObject> found = link.value() == null
                ? List.of()
                : records.withValue(link.parent(), link.key(), link.value())
                        .filter(parent -> !parent.isDeleted() && sharing.sees(parent))
                        .toList();
        if (found.size() > 1) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD",
                    "More than one record found for external id field: "
                            + found.stream().map(SObject::id).toList());
        }
        if (found.isEmpty()) {
            throw SalesforceError.badRequest(
                    "INVALID_FIELD",
                    "Foreign key external ID: " + link.value() + " not found for field "
                            + link.key().name() + " in entity " + link.parent().name());
        }
        requireShared(found.get(0), link.reference());
        return found.get(0).id();
    }

    private static SalesforceError wrongId(String code, Field field, String id) {
        return SalesforceError.badRequest(code, field.label() + ": id value of incorrect type: " + id, field.name());
    }
}
