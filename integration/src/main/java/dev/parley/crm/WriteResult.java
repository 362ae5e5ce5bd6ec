package dev.parley.crm;

import java.util.List;

/** What became of one record of a write. */
public sealed interface WriteResult {

    /**
     * It stands in the CRM.
     *
     * @param id its Salesforce id
     * @param created true if it was made by this write
     */
    record Written(String id, boolean created) implements WriteResult {}

    /**
     * The CRM refused it, and will refuse it again as it is.
     *
     * @param code Salesforce's {@code errorCode}
     * @param message Salesforce's own words
     * @param fields the fields named by the error, never null
     * @param duplicateOf ids of the records that a duplicate rule found, never null
     */
    record Refused(String code, String message, List<String> fields, List<String> duplicateOf) implements WriteResult {}

    /**
     * It could not be written now (a locked row, a halted request); the same write may go through later.
     *
     * @param code Salesforce's {@code errorCode}
     * @param message Salesforce's own words
     */
    record Busy(String code, String message) implements WriteResult {}
}
