package dev.parley.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the expressions of one translation see, and what they may spend together.
 *
 * @param values by the names that expressions know
 */
record Scope(Map<String, Object> values, Allowance allowance) {
    /** Most elements of one list. */
    private static final int MAX_ELEMENTS = 10_000;

    /** The value of an expression; null where it gives none, or where there is no expression. */
    Object value(Expression expression) {
        return expression == null ? null : expression.evaluate(values, allowance);
    }

    /** The same as text, with numbers written plainly. */
    String text(Expression expression) {
        Object value = value(expression);
        return value == null ? null : Value.text(value, expression.place());
    }

    /** Whether an expression holds; one that is not there does. */
    boolean holds(Expression expression) {
        return expression == null || expression.holds(values, allowance);
    }

    /** A scope for each element of a list, or only this one where there is no list. */
    Stream<Scope> each(Expression list) {
        if (list == null) {
            return Stream.of(this);
        }
        Object value = value(list);
        Collection<?> items = value == null ? List.of() : value instanceof Collection<?> many ? many : List.of(value);
        if (items.size() > MAX_ELEMENTS) {
            throw new MappingFailed(list.place(), "'each' gives more than " + MAX_ELEMENTS + " elements");
        }
        return items.stream().map(this::with);
    }

    private Scope with(Object item) {
        Map<String, Object> extended = new HashMap<>(values);
        extended.put("item", item);
        return new Scope(extended, allowance);
    }
}
