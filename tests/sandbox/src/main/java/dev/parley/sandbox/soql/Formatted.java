package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.rest.DisplayValues;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.function.UnaryOperator;

/** {@code FORMAT(…)}: values as people read them, which are text whatever the field holds. */
record Formatted(Names names, SObjectType type) {

    /** What a column's values become; themselves without {@code FORMAT}. */
    UnaryOperator<JsonNode> by(Expression column) {
        if (!(column instanceof Expression.Call call) || call.function() != Function.FORMAT) {
            return value -> value;
        }
        Field field = field(call.argument());
        return value -> shown(field, value);
    }

    /** The field in the innermost parentheses, null for a count: that has no unit. */
    private Field field(Expression expression) {
        if (expression instanceof Expression.Path path) {
            return names.reach(type, path).field();
        }
        Expression.Call call = (Expression.Call) expression;
        boolean counts = call.function() == Function.COUNT || call.function() == Function.COUNT_DISTINCT;
        return counts || call.function().isDatePart() ? null : field(call.argument());
    }

    private static JsonNode shown(Field field, JsonNode value) {
        JsonNode read = DisplayValues.of(field, value);
        return read.isNull() && !value.isNull() ? JsonNodeFactory.instance.textNode(value.asText()) : read;
    }
}
