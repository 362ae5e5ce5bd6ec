package dev.parley.sandbox.saving;

import dev.parley.sandbox.records.Transaction;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.Field.Trait;
import dev.parley.sandbox.schema.SObjectType;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a new record holds before its caller's values. */
final class Defaults {
    private Defaults() {}

    static Map<String, Object> of(SObjectType type, String id, Transaction transaction, String userId) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("Id", id);
        for (Field field : type.fields()) {
            Object value =
                    field.is(Trait.AUTO_NUMBER) ? transaction.automaticNumber(type, field, id) : field.defaultValue();
            if (value != null) {
                values.put(field.name(), value);
            }
        }
        if (type.field("OwnerId").isPresent()) {
            values.put("OwnerId", userId);
        }
        values.put("CreatedDate", transaction.now());
        values.put("CreatedById", userId);
        return values;
    }
}
