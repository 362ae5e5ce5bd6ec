package dev.parley.sandbox.saving;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a caller wants a record to be: its body, understood but not yet checked against the org.
 *
 * @param type the type, as the caller sees it
 * @param id the {@code id} of the body, null where it has none
 * @param values the values by field; null for a field to be emptied
 * @param links the parents named by external id
 */
public record Draft(SObjectType type, String id, Map<Field, Object> values, List<Link> links) {

    /**
     * A parent named by external id in the body, as in {@code "Account__r": {"Ext__c": "x"}}.
     *
     * @param reference the field that is to refer to the parent
     * @param parent the parent's type
     * @param key the external id field of the parent
     * @param value the parent's external id
     */
    public record Link(Field reference, SObjectType parent, Field key, Object value) {}

    /** Copies the collections. */
    public Draft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        links = List.copyOf(links);
    }

    /** The value given for the field, if one is given. */
    public Optional<Object> value(Field field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The same draft with one more value. */
    public Draft with(Field field, Object value) {
        Map<Field, Object> more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Draft(type, id, more, links);
    }
}
