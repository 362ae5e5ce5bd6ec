package dev.parley.sandbox.schema;

import dev.parley.sandbox.schema.Field.Trait;
import java.util.EnumSet;
import java.util.List;

/** Leaves of an object what a user may see and do. */
final class Visibility {
    private Visibility() {}

    static ObjectDefinition of(ObjectDefinition object, Permissions permissions) {
        List<Field> visible = object.fields().stream()
                .filter(field -> field.is(Trait.ALWAYS_VISIBLE) || permissions.mayRead(object.name(), field.name()))
                .map(field -> editable(object, field, permissions))
                .toList();
        EnumSet<Operation> allowed = EnumSet.noneOf(Operation.class);
        allowed.addAll(object.operations());
        allowed.retainAll(permissions.operations(object.name()));
        return object.with(allowed, visible);
    }

    private static Field editable(ObjectDefinition object, Field field, Permissions permissions) {
        if (field.is(Trait.ALWAYS_VISIBLE) || permissions.mayEdit(object.name(), field.name())) {
            return field;
        }
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        traits.addAll(field.traits());
        traits.removeAll(EnumSet.of(Trait.CREATEABLE, Trait.UPDATEABLE));
        return field.with(traits);
    }
}
