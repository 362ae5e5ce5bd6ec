package dev.parley.crm;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the org says of an object type, for the integration user.
 *
 * @param sobject API name
 * @param label its name for people
 * @param createable whether records may be made
 * @param updateable whether records may be changed
 * @param fields by API name
 * @param recordTypes those that the user may give a record, the master record type among them
 */
public record Describe(
        String sobject,
        String label,
        boolean createable,
        boolean updateable,
        Map<String, Field> fields,
        List<RecordType> recordTypes) {

    /** What can be said of a field in one word. */
    public enum Trait {
        /** A value may be given at creation. */
        CREATEABLE,
        /** It may be changed later. */
        UPDATEABLE,
        /** A record cannot be made without it. */
        REQUIRED,
        /** Marked as an external id. */
        EXTERNAL_ID,
        /** Records may be addressed by it in an upsert. */
        ID_LOOKUP,
        /** No two records have the same value. */
        UNIQUE,
        /** A query may ask for its values. */
        FILTERABLE,
        /** Only the listed values are taken. */
        RESTRICTED,
        /** Field-level security applies to it. */
        PERMISSIONABLE
    }

    /**
     * One field.
     *
     * @param name API name
     * @param type Salesforce's type: string, textarea, picklist, multipicklist, reference, boolean, double, datetime …
     * @param length most characters, 0 where there is no such limit
     * @param traits what holds of it
     * @param values active picklist values
     * @param referenceTo object types that it may refer to
     * @param relationshipName name of the relationship for a reference, or null
     */
    public record Field(
            String name,
            String type,
            int length,
            Set<Trait> traits,
            List<String> values,
            List<String> referenceTo,
            String relationshipName) {

        /** Whether this holds of it. */
        public boolean is(Trait trait) {
            return traits.contains(trait);
        }
    }

    /**
     * One record type.
     *
     * @param id Salesforce id
     * @param developerName API name
     * @param name its name for people
     */
    public record RecordType(String id, String developerName, String name) {}
}
