package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A record as it stood at one moment. Immutable. A field without a value is not in {@link #values()}; the others hold
 * values of their field's {@link dev.parley.sandbox.schema.FieldType#javaType()}.
 */
public final class SObject {
    private final SObjectType type;
    private final String id;
    private final Map<String, Object> values;

    SObject(SObjectType type, String id, Map<String, Object> values) {
        this.type = type;
        this.id = id;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The type, with all its fields (what a user may see of them is the matter of that user's schema). */
    public SObjectType type() {
        return type;
    }

    /** The id, 18 characters. */
    public String id() {
        return id;
    }

    /** The value of the field with exactly this API name, null where it has none. */
    public Object get(String field) {
        return values.get(field);
    }

    /** The value of the field, null where it has none. */
    public Object get(Field field) {
        return values.get(field.name());
    }

    /** The text of the field with exactly this API name, null where it has none. */
    public String text(String field) {
        return (String) values.get(field);
    }

    /** Whether the checkbox of exactly this API name is set. */
    public boolean isTrue(String field) {
        return Boolean.TRUE.equals(values.get(field));
    }

    /** Whether it lies in the recycle bin. */
    public boolean isDeleted() {
        return isTrue("IsDeleted");
    }

    /** The values by API name. */
    public Map<String, Object> values() {
        return values;
    }

    @Override
    public String toString() {
        return type.name() + " " + id;
    }
}
