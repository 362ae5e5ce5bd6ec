package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.FieldType;
import java.util.List;

/**
 * Binds expressions to groups of records.
 *
 * @param groupBy the keys of the groups, as written
 * @param role what the expressions are, as Salesforce names it when one is neither grouped nor aggregated
 */
record GroupBinder(RecordBinder records, List<Expression> groupBy, String role) implements Binder<Group> {

    @Override
    public Refusal refusal() {
        return records.refusal();
    }

    @Override
    public Bound<Group> bind(Expression expression) {
        int key = groupBy.indexOf(expression);
        if (key >= 0) {
            Bound<SObject> grouped = records.bind(expression);
            return new Bound<>(expression, grouped.type(), grouped.field(), group -> group.key()
                    .get(key));
        }
        if (expression instanceof Expression.Call call && call.argument() != null) {
            return call.function().isAggregate() ? aggregate(call) : presentation(call);
        }
        throw refusal().malformed(expression.at(), role + " must be grouped or aggregated: " + expression.spelled());
    }

    private Bound<Group> aggregate(Expression.Call call) {
        if (call.function() == Function.GROUPING) {
            return grouping(call);
        }
        Bound<SObject> argument = records.bind(call.argument());
        Aggregate aggregate = new Aggregate(call.function(), argument.type());
        boolean longText = argument.field() != null && argument.field().isLongText();
        if (!aggregate.isSupported() || longText) {
            throw refusal()
                    .field(
                            call.at(),
                            "field " + argument.source().spelled() + " does not support aggregate operator "
                                    + call.function());
        }
        return new Bound<>(
                call,
                aggregate.type(),
                null,
                group -> aggregate.of(group.records().stream().map(argument.read())));
    }

    private Bound<Group> grouping(Expression.Call call) {
        int key = groupBy.indexOf(call.argument());
        if (key < 0) {
            throw refusal().malformed(call.at(), "GROUPING needs a field of GROUP BY: " + call.spelled());
        }
        return new Bound<>(call, FieldType.INT, null, group -> group.subtotal().get(key) ? 1 : 0);
    }

    private Bound<Group> presentation(Expression.Call call) {
        if (!call.function().isPresentation()) {
            throw refusal().malformed(call.at(), role + " must be grouped or aggregated: " + call.spelled());
        }
        return bind(call.argument());
    }
}
