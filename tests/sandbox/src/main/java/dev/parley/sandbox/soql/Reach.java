package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import java.util.List;

/**
 * A field as a query reaches it from a record: up along references, then the field itself.
 *
 * @param hops the reference fields to follow, none for a field of the record's own
 * @param field the field at the end; of a reference to several types, its namesake on the record referred to
 */
record Reach(List<Field> hops, Field field) {

    /** The value for that record; null where it, or a parent on the way, is missing. */
    Object read(SObject record, Records records) {
        SObject at = record;
        for (Field hop : hops) {
            at = parent(at, hop, records);
            if (at == null) {
                return null;
            }
        }
        return field.equals(NameFields.TYPE) ? at.type().name() : at.get(field);
    }

    /** The record that a reference points to, null where it points nowhere. */
    static SObject parent(SObject record, Field reference, Records records) {
        Object id = record.get(reference);
        return id == null ? null : records.byId((String) id).orElse(null);
    }
}
