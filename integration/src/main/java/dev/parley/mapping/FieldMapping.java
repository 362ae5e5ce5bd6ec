package dev.parley.mapping;

import dev.parley.crm.Reference;
import dev.parley.mapping.DesiredRecord.DesiredField;
import dev.parley.mapping.DesiredRecord.Origin;
import java.util.Map;
import java.util.Optional;

/**
 * One field of a mapping file, compiled.
 *
 * @param from expression for the value, or null
 * @param result what {@code from} will give
 * @param reference the other record by external id where {@code from} gives none, or null
 * @param otherwise literal, or {@link RecordTypeName}, where neither gives a value, or null
 * @param max most characters
 * @param mayBlank whether the field is emptied when its value goes away
 */
record FieldMapping(
        String name,
        Expression from,
        Result result,
        ReferenceMapping reference,
        Object otherwise,
        Write write,
        int max,
        boolean mayBlank,
        Place place) {

    /** Another record, named by its external id. */
    record ReferenceMapping(String sobject, String externalId, Expression key) {
        Reference of(Map<String, Object> dossier) {
            String value = Value.text(key.evaluate(dossier), key.place());
            return value == null ? null : new Reference(sobject, externalId, value);
        }

        boolean isMadeBy(RecordMapping mapping) {
            return mapping.upsert()
                    && mapping.sobject().equals(sobject)
                    && mapping.keyField().equals(externalId);
        }
    }

    /** The field for a dossier; empty where there is nothing to say about it. */
    Optional<DesiredField> of(Map<String, Object> dossier) {
        Object whole = from == null ? null : Value.of(from.evaluate(dossier), from.place());
        Object value = Value.cut(whole, max);
        Origin origin = value == whole ? Origin.SAID : Origin.CUT;
        if (value == null && reference != null) {
            value = reference.of(dossier);
        }
        if (value == null && otherwise != null) {
            value = otherwise;
            origin = from == null && reference == null ? Origin.SAID : Origin.DEFAULT;
        }
        boolean silent = value == null && !(write == Write.ALWAYS && mayBlank);
        return silent ? Optional.empty() : Optional.of(new DesiredField(name, value, write, place, origin));
    }
}
