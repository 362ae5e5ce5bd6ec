package dev.parley.sandbox.schema;

import java.util.List;

/**
 * Where a reference field points.
 *
 * @param targets the object types it may point to, at least one
 * @param relationshipName the name by which a query or a body reaches the parent, such as {@code Account__r}
 * @param childRelationshipName the name by which the parent reaches these records, null where it has none
 * @param masterDetail whether the child belongs to the parent: required, and deleted with it
 */
public record Reference(
        List<String> targets, String relationshipName, String childRelationshipName, boolean masterDetail) {
    /** Copies the targets. */
    public Reference {
        targets = List.copyOf(targets);
    }

    /** Whether records of several types may be referred to, as by a task's WhoId. */
    public boolean isPolymorphic() {
        return targets.size() > 1;
    }
}
