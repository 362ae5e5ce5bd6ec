package dev.parley.sandbox.records;

import java.time.Instant;
import java.util.List;

/**
 * What a transaction has changed, now that it stands.
 *
 * @param origin what the changes came by, such as {@code com/salesforce/api/rest/62.0;client=parley}; empty for the org's
 *     own pages
 * @param at the time of the transaction
 * @param changes one for each record, in the order of their first change
 */
public record Commit(String origin, Instant at, List<Change> changes) {

    /**
     * A record that changed.
     *
     * @param before its state before the transaction, null if it is new
     * @param after its state after it
     */
    public record Change(SObject before, SObject after) {}
}
