package dev.parley.mapping;

import dev.parley.crm.RecordWrite;
import java.util.List;

/**
 * A CRM record as it should be: what a mapping file makes of a dossier.
 *
 * @param sobject API name of the object type
 * @param key tells the record apart from all others of its type, and is the same each time; never blank
 * @param keyField API name of the field that holds the key
 * @param upsert true if {@code keyField} is an external id by which the CRM finds the record; false if it only carries
 *     the key (Task, OpportunityContactRole)
 * @param id the record's Salesforce id where identity has found it, else null
 * @param fields in the order of the file, {@code keyField} not among them
 * @param options assignment and duplicate rules
 * @param place where in the mapping files it comes from
 */
public record DesiredRecord(
        String sobject,
        String key,
        String keyField,
        boolean upsert,
        String id,
        List<DesiredField> fields,
        RecordWrite.Options options,
        Place place) {

    /** The same with these fields. */
    DesiredRecord with(List<DesiredField> others) {
        return new DesiredRecord(sobject, key, keyField, upsert, id, List.copyOf(others), options, place);
    }

    /**
     * One field of it.
     *
     * @param name API name
     * @param value String, Number, Boolean, null or {@link dev.parley.crm.Reference}
     * @param write when it may be written
     * @param place the line it comes from
     * @param origin how it came by its value
     */
    public record DesiredField(String name, Object value, Write write, Place place, Origin origin) {

        /** One whose value is just what the line says. */
        public DesiredField(String name, Object value, Write write, Place place) {
            this(name, value, write, place, Origin.SAID);
        }
    }

    /** How a field came by its value. */
    public enum Origin {
        /** It is what the line says: its expression's result, a reference, or a literal. */
        SAID,
        /** The expression gave more text than {@code max} lets in. */
        CUT,
        /** The expression gave nothing, so the default stands in. */
        DEFAULT
    }
}
