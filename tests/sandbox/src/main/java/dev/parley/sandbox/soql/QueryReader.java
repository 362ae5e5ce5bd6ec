package dev.parley.sandbox.soql;

import dev.parley.sandbox.soql.Query.Grouping;
import dev.parley.sandbox.soql.Query.Ordering;
import io.github.apexdevtools.apexparser.ApexParser.FieldOrderContext;
import io.github.apexdevtools.apexparser.ApexParser.FromNameListContext;
import io.github.apexdevtools.apexparser.ApexParser.GroupByClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.LimitClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.LogicalExpressionContext;
import io.github.apexdevtools.apexparser.ApexParser.OffsetClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.OrderByClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.QueryContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.UsingScopeContext;
import io.github.apexdevtools.apexparser.ApexParser.WhereClauseContext;
import io.github.apexdevtools.apexparser.ApexParser.WithClauseContext;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Makes a {@link Query} of a parse tree. */
record QueryReader(Refusal refusal) {

    Query read(QueryContext query) {
        ExpressionReader names = names(query.fromNameList(), ExpressionReader.withoutAliases(refusal));
        SelectReader select = new SelectReader(this, names);
        GroupByClauseContext groupBy = query.groupByClause();
        return new Query(
                select.entries(query.selectList()),
                names.path(query.fromNameList().fieldName(0)),
                where(names, query.whereClause()),
                ifPresent(groupBy, clause -> groups(names, clause), List.of()),
                grouping(groupBy),
                groupBy == null ? null : condition(names, groupBy.logicalExpression()),
                ifPresent(query.orderByClause(), clause -> orderings(names, clause), List.of()),
                limit(query.limitClause()),
                offset(query.offsetClause()),
                beyond(query));
    }

    /** Reads a query in parentheses; {@code outer} knows the aliases its {@code FROM} may begin with. */
    Query read(SubQueryContext query, ExpressionReader outer) {
        ExpressionReader names = names(query.fromNameList(), outer);
        return new Query(
                new SelectReader(this, names).entries(query.subFieldList()),
                outer.path(query.fromNameList().fieldName(0)),
                where(names, query.whereClause()),
                List.of(),
                Grouping.PLAIN,
                null,
                ifPresent(query.orderByClause(), clause -> orderings(names, clause), List.of()),
                limit(query.limitClause()),
                OptionalInt.empty(),
                null);
    }

    private static ExpressionReader names(FromNameListContext from, ExpressionReader outer) {
        ExpressionReader names = ExpressionReader.withoutAliases(outer.refusal());
        return names.withAliasesOf(from);
    }

    private String beyond(QueryContext query) {
        if (query.allRowsClause() != null) {
            int at = query.allRowsClause().getStart().getStartIndex();
            throw refusal.malformed(at, "ALL ROWS not allowed in this context");
        }
        UsingScopeContext scope = query.usingScope();
        if (scope != null && !scope.soqlId().getText().equalsIgnoreCase("everything")) {
            return "USING SCOPE " + scope.soqlId().getText();
        }
        WithClauseContext with = query.withClause();
        return with != null && (with.CATEGORY() != null || with.logicalExpression() != null)
                ? "this WITH clause"
                : null;
    }

    private Condition where(ExpressionReader names, WhereClauseContext where) {
        return where == null ? null : condition(names, where.logicalExpression());
    }

    private Condition condition(ExpressionReader names, LogicalExpressionContext condition) {
        return condition == null ? null : new ConditionReader(this, names).read(condition);
    }

    private List<Expression> groups(ExpressionReader names, GroupByClauseContext clause) {
        if (clause.selectList() == null) {
            return clause.fieldName().stream().<Expression>map(names::path).toList();
        }
        return clause.selectList().selectEntry().stream()
                .map(entry -> group(names, entry))
                .toList();
    }

    private Expression group(ExpressionReader names, SelectEntryContext entry) {
        if (entry.soqlId() != null || (entry.fieldName() == null && entry.soqlFunction() == null)) {
            var wrong =
                    entry.soqlId() == null ? entry.getStart() : entry.soqlId().getStart();
            throw refusal.unexpected(wrong.getStartIndex(), wrong.getText());
        }
        return names.expression(entry.fieldName(), entry.soqlFunction());
    }

    private static Grouping grouping(GroupByClauseContext clause) {
        if (clause == null || clause.selectList() != null) {
            return Grouping.PLAIN;
        }
        return clause.ROLLUP() != null ? Grouping.ROLLUP : Grouping.CUBE;
    }

    private static List<Ordering> orderings(ExpressionReader names, OrderByClauseContext clause) {
        return clause.fieldOrderList().fieldOrder().stream()
                .map(order -> ordering(names, order))
                .toList();
    }

    private static Ordering ordering(ExpressionReader names, FieldOrderContext order) {
        Expression key = names.expression(order.fieldName(), order.soqlFunction());
        return new Ordering(key, order.DESC() != null, order.LAST() != null);
    }

    private OptionalInt limit(LimitClauseContext clause) {
        return clause == null ? OptionalInt.empty() : number(clause.IntegerLiteral());
    }

    private OptionalInt offset(OffsetClauseContext clause) {
        return clause == null ? OptionalInt.empty() : number(clause.IntegerLiteral());
    }

    private OptionalInt number(TerminalNode digits) {
        try {
            return OptionalInt.of(Integer.parseInt(digits.getText()));
        } catch (NumberFormatException tooLarge) {
            throw refusal.malformed(digits.getSymbol().getStartIndex(), "number out of range: " + digits.getText());
        }
    }

    private static <C, T> T ifPresent(C clause, Function<C, T> read, T otherwise) {
        return clause == null ? otherwise : read.apply(clause);
    }
}
