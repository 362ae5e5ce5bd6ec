package dev.parley.sandbox.soql;

import java.util.List;
import java.util.OptionalInt;

/**
 * One SOQL query as it was written: its names are not yet looked up in the schema.
 *
 * @param from the object or, in a subquery, the child relationship that is read
 * @param where null when every record is meant
 * @param groupBy empty when records are not grouped
 * @param having null when every group is meant
 * @param beyond what the query asks for that the sandbox org does not carry out, null for nothing
 */
record Query(
        List<Selected> select,
        Expression.Path from,
        Condition where,
        List<Expression> groupBy,
        Grouping grouping,
        Condition having,
        List<Ordering> orderBy,
        OptionalInt limit,
        OptionalInt offset,
        String beyond) {

    /** How {@code GROUP BY} forms its groups; the latter two add subtotals. */
    enum Grouping {
        PLAIN,
        ROLLUP,
        CUBE
    }

    /** One key of {@code ORDER BY}. */
    record Ordering(Expression key, boolean descending, boolean nullsLast) {}

    /** Whether one row stands for many records. */
    boolean isAggregate() {
        return !groupBy.isEmpty()
                || select.stream()
                        .anyMatch(s ->
                                s instanceof Selected.Column c && c.expression().isAggregate());
    }

    /** Whether this is {@code SELECT COUNT() FROM …}, which answers a number and no rows. */
    boolean isCount() {
        return select.size() == 1
                && select.get(0) instanceof Selected.Column column
                && column.expression() instanceof Expression.Call call
                && call.argument() == null;
    }
}
