package dev.parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A CRM record as the directory last knew it.
 *
 * @param sobject API name of the object type
 * @param id the record's 18-character id
 * @param stamp when the CRM last changed it (SystemModstamp), or when Parley wrote it if the CRM was not read since
 * @param fields the values that the directory keeps, by API name; a blank field is absent
 */
public record Known(String sobject, String id, Instant stamp, ObjectNode fields) {

    /** A text field's value, or null if it is blank or not kept. */
    public String text(String field) {
        return fields.path(field).asText(null);
    }

    /** A checkbox field's value; false if it is not kept. */
    public boolean flag(String field) {
        return fields.path(field).asBoolean(false);
    }
}
