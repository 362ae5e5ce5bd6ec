package dev.parley.sandbox.soql;

import dev.parley.sandbox.soql.Query.Ordering;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Orders rows; empty values come first, rising and falling, unless the query says {@code NULLS LAST}.
 *
 * @param <R> the row: a record, or a group of records
 */
record Order<R>(Binder<R> binder) {

    /** By these keys, the first counting most. */
    Comparator<R> by(List<Ordering> orderings) {
        return orderings.stream()
                .map(this::by)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private Comparator<R> by(Ordering ordering) {
        Bound<R> key = binder.bind(ordering.key());
        if (key.field() != null && !key.field().isSortable()) {
            String name = key.source().spelled();
            throw binder.refusal().field(key.source().at(), "field '" + name + "' can not be sorted in a query call");
        }
        Comparator<Object> rising = Order::compare;
        Comparator<Object> values = ordering.descending() ? rising.reversed() : rising;
        Function<R, Object> read = key.read();
        return Comparator.comparing(
                read, ordering.nullsLast() ? Comparator.nullsLast(values) : Comparator.nullsFirst(values));
    }

    /** Compares two values of one field, which are not null; upper and lower case are one. */
    @SuppressWarnings("unchecked")
    static int compare(Object one, Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return text.toLowerCase(Locale.ROOT).compareTo(otherText.toLowerCase(Locale.ROOT));
        }
        return ((Comparable<Object>) one).compareTo(other);
    }
}
