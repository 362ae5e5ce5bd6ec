package dev.parley.sandbox.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What is known of an object type before the others are: everything but who refers to it. */
record ObjectDefinition(
        String name,
        String label,
        String labelPlural,
        String keyPrefix,
        Set<Operation> operations,
        List<Field> fields,
        String autoNumberFormat,
        SharingModel sharing) {

    ObjectDefinition {
        operations = operations.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(operations));
        fields = List.copyOf(fields);
    }

    ObjectDefinition with(Set<Operation> allowed, List<Field> visible) {
        return new ObjectDefinition(name, label, labelPlural, keyPrefix, allowed, visible, autoNumberFormat, sharing);
    }
}
