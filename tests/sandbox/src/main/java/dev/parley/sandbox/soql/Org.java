package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.schema.Schema;
import java.time.ZonedDateTime;

/**
 * What a query runs against.
 *
 * @param schema the object types as the asking user sees them
 * @param now the time that {@code TODAY} and its like are counted from, in the org's time zone
 * @param includeDeleted whether records in the recycle bin count
 * @param version the API version in the URLs of records, such as {@code 62.0}
 */
record Org(Schema schema, Records records, ZonedDateTime now, boolean includeDeleted, String version) {
    private static final double DEEP_CHILDREN_SINCE = 58;

    /** Whether children may have children in turn. */
    boolean hasDeepChildren() {
        return Double.parseDouble(version) >= DEEP_CHILDREN_SINCE;
    }
}
