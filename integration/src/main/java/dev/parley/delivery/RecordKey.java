package dev.parley.delivery;

import dev.parley.mapping.DesiredRecord;

/**
 * What tells a record apart in all of the CRM.
 *
 * @param sobject API name of its object type
 * @param key Parley's key of it
 */
record RecordKey(String sobject, String key) {
    static RecordKey of(DesiredRecord record) {
        return new RecordKey(record.sobject(), record.key());
    }
}
