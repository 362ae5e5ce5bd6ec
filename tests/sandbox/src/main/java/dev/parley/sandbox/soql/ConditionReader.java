package dev.parley.sandbox.soql;

import dev.parley.sandbox.soql.Condition.Operator;
import io.github.apexdevtools.apexparser.ApexParser.ComparisonOperatorContext;
import io.github.apexdevtools.apexparser.ApexParser.ConditionalExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.LogicalExpressionContext;
import java.util.List;
import java.util.Locale;

/** Reads conditions. */
record ConditionReader(QueryReader queries, ExpressionReader names) {

    Condition read(LogicalExpressionContext expression) {
        if (expression.NOT() != null) {
            return new Condition.Not(read(expression.conditionalExpression(0)));
        }
        List<Condition> parts =
                expression.conditionalExpression().stream().map(this::read).toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return expression.SOQLOR().isEmpty() ? new Condition.And(parts) : new Condition.Or(parts);
    }

    private Condition read(ConditionalExpressionContext expression) {
        return expression.logicalExpression() != null
                ? read(expression.logicalExpression())
                : comparison(expression.fieldExpression());
    }

    private Condition comparison(FieldExpressionContext comparison) {
        return new Condition.Comparison(
                names.expression(comparison.fieldName(), comparison.soqlFunction()),
                operator(comparison.comparisonOperator()),
                new LiteralReader(queries, names).read(comparison.value()));
    }

    private static Operator operator(ComparisonOperatorContext operator) {
        return switch (operator.getText().toLowerCase(Locale.ROOT)) {
            case "=" -> Operator.EQUAL;
            case "!=", "<>" -> Operator.NOT_EQUAL;
            case "<" -> Operator.LESS;
            case "<=" -> Operator.LESS_OR_EQUAL;
            case ">" -> Operator.GREATER;
            case ">=" -> Operator.GREATER_OR_EQUAL;
            case "like" -> Operator.LIKE;
            case "in" -> Operator.IN;
            case "notin" -> Operator.NOT_IN;
            case "includes" -> Operator.INCLUDES;
            case "excludes" -> Operator.EXCLUDES;
            default -> throw new IllegalStateException("operator the grammar should not know: " + operator.getText());
        };
    }
}
