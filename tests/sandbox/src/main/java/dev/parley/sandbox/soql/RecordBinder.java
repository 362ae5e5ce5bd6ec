package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.PicklistValue;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Binds expressions to the records of one type. */
record RecordBinder(Org org, Names names, SObjectType type) implements Binder<SObject> {

    @Override
    public Bound<SObject> bind(Expression expression) {
        if (expression instanceof Expression.Path path) {
            Reach reach = names.reach(type, path);
            Field field = reach.field();
            return new Bound<>(path, field.type(), field, reader(reach));
        }
        return call((Expression.Call) expression);
    }

    @Override
    public Refusal refusal() {
        return names.refusal();
    }

    private Function<SObject, Object> reader(Reach reach) {
        Field field = reach.field();
        boolean own = reach.hops().isEmpty();
        return own ? record -> record.get(field) : record -> reach.read(record, org.records());
    }

    private Bound<SObject> call(Expression.Call call) {
        if (call.isAggregate()) {
            throw refusal().malformed(call.at(), "Aggregate functions are not allowed here: " + call.spelled());
        }
        Bound<SObject> argument = bind(call.argument());
        if (call.function().isDatePart()) {
            return datePart(call, argument);
        }
        boolean knowsCurrencies = call.function() != dev.parley.sandbox.soql.Function.CONVERTCURRENCY;
        if (!call.function().isPresentation() || !knowsCurrencies) {
            throw unsupported(call, argument);
        }
        return call.function() == dev.parley.sandbox.soql.Function.TOLABEL ? labelled(call, argument) : argument;
    }

    private Bound<SObject> datePart(Expression.Call call, Bound<SObject> argument) {
        boolean moment = argument.type() == FieldType.DATETIME;
        if (!moment && argument.type() != FieldType.DATE) {
            throw unsupported(call, argument);
        }
        DateParts parts = new DateParts(call.function(), org.now().getZone());
        return new Bound<>(call, parts.type(), null, argument.read().andThen(parts::of));
    }

    private SalesforceError unsupported(Expression.Call call, Bound<SObject> argument) {
        return refusal()
                .field(
                        call.at(),
                        "field " + argument.source().spelled() + " does not support function "
                                + call.function().name());
    }

    private static Bound<SObject> labelled(Expression.Call call, Bound<SObject> argument) {
        Map<String, String> labels = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (PicklistValue value : argument.field().picklist()) {
            labels.put(value.value(), value.label());
        }
        return new Bound<>(
                call,
                argument.type(),
                argument.field(),
                argument.read()
                        .andThen(value -> value instanceof String text ? labels.getOrDefault(text, text) : value));
    }
}
