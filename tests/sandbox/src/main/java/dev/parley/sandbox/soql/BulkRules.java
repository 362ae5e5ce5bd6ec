package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SalesforceError;

/**
 * What the Bulk API does not take of SOQL. The words for children are Salesforce's; of the others its documentation says
 * only that they are refused, so the words for them are this org's own.
 */
final class BulkRules {
    private BulkRules() {}

    static void check(Query query) {
        if (query.select().stream().anyMatch(Selected.Children.class::isInstance)) {
            throw refusal("Aggregate Relationships not supported in Bulk V2 Query with CSV content type");
        } else if (query.isAggregate()) {
            throw refusal("Aggregate functions and GROUP BY not supported in Bulk Query");
        } else if (query.select().stream().anyMatch(Selected.TypeOf.class::isInstance)) {
            throw refusal("TYPEOF not supported in Bulk Query");
        } else if (query.offset().isPresent()) {
            throw refusal("OFFSET not supported in Bulk Query");
        }
    }

    private static SalesforceError refusal(String what) {
        return SalesforceError.badRequest("API_ERROR", what);
    }
}
