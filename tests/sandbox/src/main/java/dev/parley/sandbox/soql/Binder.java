package dev.parley.sandbox.soql;

/**
 * Looks expressions up, so that their values can be read from rows.
 *
 * @param <R> the row: a record, or a group of records
 */
interface Binder<R> {
    /** The expression, checked against the schema. */
    Bound<R> bind(Expression expression);

    /** How to say what is wrong with the query. */
    Refusal refusal();
}
