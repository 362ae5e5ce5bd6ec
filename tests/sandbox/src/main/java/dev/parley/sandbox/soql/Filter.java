package dev.parley.sandbox.soql;

import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.soql.Condition.Comparison;
import dev.parley.sandbox.soql.Condition.Operator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes predicates of conditions.
 *
 * @param <R> the row they are asked of: a record, or a group of records
 */
record Filter<R>(Binder<R> binder, ValueTests tests, SemiJoins semiJoins) {

    /** The condition as a predicate; null, where none is written, lets every row pass. */
    Predicate<R> of(Condition condition) {
        if (condition == null) {
            return row -> true;
        } else if (condition instanceof Condition.And and) {
            return and.parts().stream().map(this::of).reduce(row -> true, Predicate::and);
        } else if (condition instanceof Condition.Or or) {
            return or.parts().stream().map(this::of).reduce(row -> false, Predicate::or);
        } else if (condition instanceof Condition.Not not) {
            return of(not.inner()).negate();
        }
        return comparison((Comparison) condition);
    }

    private Predicate<R> comparison(Comparison comparison) {
        Bound<R> left = binder.bind(comparison.left());
        if (left.field() != null && !left.field().isFilterable()) {
            String name = left.source().spelled();
            throw binder.refusal()
                    .field(left.source().at(), "field '" + name + "' can not be filtered in a query call");
        }
        Predicate<Object> test = comparison.right() instanceof Literal.SemiJoin join
                ? semiJoin(left, comparison.operator(), join)
                : tests.of(left, comparison.operator(), comparison.right());
        return row -> test.test(left.read().apply(row));
    }

    private Predicate<Object> semiJoin(Bound<R> left, Operator operator, Literal.SemiJoin join) {
        boolean isId = left.type() == FieldType.ID || left.type() == FieldType.REFERENCE;
        boolean in = operator == Operator.IN;
        if (!isId || (!in && operator != Operator.NOT_IN)) {
            throw binder.refusal()
                    .malformed(
                            left.source().at(),
                            "The left operand field in the where expression for outer query should be an id or a"
                                    + " reference, compared by IN or NOT IN: '"
                                    + left.source().spelled() + "'");
        }
        List<?> values = semiJoins.values(join.query());
        Predicate<Object> member = tests.oneOf(left, values);
        return in ? member : member.negate();
    }
}
