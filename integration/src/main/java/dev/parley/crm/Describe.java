package dev.parley.crm;

import java.util.List;
import java.util.Map;

/**
 * What the org says of an object type, for the integration user.
 *
 * @param sobject API name
 * @param label its name for people
 * @param createable whether records may be made
 * @param updateable whether records may be changed
 * @param fields by API name
 */
public record Describe(
        String sobject, String label, boolean createable, boolean updateable, Map<String, Field> fields) {

    /**
     * One field.
     *
     * @param name API name
     * @param type Salesforce's type: string, textarea, picklist, multipicklist, reference, boolean, double, datetime …
     * @param length most characters, 0 where there is no such limit
     * @param createable whether a value may be given at creation
     * @param updateable whether it may be changed later
     * @param required whether a record cannot be made without it
     * @param externalId whether records may be addressed by it
     * @param restricted whether only the listed values are taken
     * @param values active picklist values
     * @param referenceTo object types that it may refer to
     * @param relationshipName name of the relationship for a reference, or null
     */
    public record Field(
            String name,
            String type,
            int length,
            boolean createable,
            boolean updateable,
            boolean required,
            boolean externalId,
            boolean restricted,
            List<String> values,
            List<String> referenceTo,
            String relationshipName) {}
}
