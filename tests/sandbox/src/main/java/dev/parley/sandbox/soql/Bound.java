package dev.parley.sandbox.soql;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import java.util.function.Function;

/**
 * An expression whose names are looked up: how to read its value from a row.
 *
 * @param <R> the row: a record, or a group of records
 * @param source the expression as written
 * @param type the type of its values
 * @param field the field it reads, for what more is true of it; null for a count
 * @param read gives the value for a row, null for none
 */
record Bound<R>(Expression source, FieldType type, Field field, Function<R, Object> read) {

    /** Whether upper and lower case differ. */
    boolean isCaseSensitive() {
        return field != null && field.is(Field.Trait.CASE_SENSITIVE);
    }

    /** The same expression on another kind of row. */
    <S> Bound<S> on(Function<S, R> row) {
        return new Bound<>(source, type, field, read.compose(row));
    }
}
