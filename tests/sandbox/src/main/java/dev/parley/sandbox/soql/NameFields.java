package dev.parley.sandbox.soql;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The fields of the entity {@code Name}: what a query can reach through a reference that may point to several types,
 * such as {@code Owner.Name} or {@code What.Type}.
 */
final class NameFields {
    private static final int LENGTH = 255;

    /** The API name of the type that is referred to. */
    static final Field TYPE = field("Type", FieldType.PICKLIST);

    private static final Map<String, Field> BY_NAME = byName(List.of(
            field("Id", FieldType.ID),
            field("Name", FieldType.STRING),
            field("FirstName", FieldType.STRING),
            field("LastName", FieldType.STRING),
            field("Email", FieldType.EMAIL),
            field("Phone", FieldType.PHONE),
            field("Title", FieldType.STRING),
            field("Username", FieldType.STRING),
            field("Alias", FieldType.STRING),
            field("IsActive", FieldType.BOOLEAN),
            TYPE));

    private NameFields() {}

    /** The field of that name, in any case. */
    static Optional<Field> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, Field> byName(List<Field> fields) {
        Map<String, Field> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.forEach(field -> byName.put(field.name(), field));
        return byName;
    }

    private static Field field(String name, FieldType type) {
        return new Field(name, name, type, LENGTH, 0, 0, Set.of(), List.of(), null, null);
    }
}
