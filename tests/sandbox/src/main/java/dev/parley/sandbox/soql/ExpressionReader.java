package dev.parley.sandbox.soql;

import dev.parley.sandbox.soql.Expression.Call;
import dev.parley.sandbox.soql.Expression.Path;
import io.github.apexdevtools.apexparser.ApexParser.DateFieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.FromNameListContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlIdContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.RuleNode;

/** Reads fields and functions; knows what the aliases of the {@code FROM} clause stand for. */
record ExpressionReader(Refusal refusal, Map<String, List<String>> aliases) {
    /** The words that the SOQL reference forbids as alias names, and those that only begin a clause. */
    private static final Set<String> RESERVED = Set.of(
            "and",
            "asc",
            "by",
            "desc",
            "excludes",
            "first",
            "for",
            "from",
            "group",
            "having",
            "in",
            "includes",
            "last",
            "like",
            "limit",
            "not",
            "null",
            "nulls",
            "offset",
            "or",
            "order",
            "select",
            "using",
            "where",
            "with");

    static ExpressionReader withoutAliases(Refusal refusal) {
        return new ExpressionReader(refusal, Map.of());
    }

    /** {@code FROM Contact c, c.Account a}: c is the contact, a is its account; the object's own name stands too. */
    ExpressionReader withAliasesOf(FromNameListContext from) {
        Map<String, List<String>> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        ExpressionReader reader = new ExpressionReader(refusal, known);
        boolean first = true;
        for (int i = 0; i < from.getChildCount(); i++) {
            if (from.getChild(i) instanceof FieldNameContext source) {
                List<String> reached = first ? List.of() : reader.path(source).names();
                if (first) {
                    known.put(source.getText(), reached);
                }
                if (i + 1 < from.getChildCount() && from.getChild(i + 1) instanceof SoqlIdContext alias) {
                    known.put(alias(alias), reached);
                }
                first = false;
            }
        }
        return reader;
    }

    /** An alias, null where there is none. */
    String alias(SoqlIdContext alias) {
        if (alias == null) {
            return null;
        }
        Token token = alias.getStart();
        if (RESERVED.contains(token.getText().toLowerCase(Locale.ROOT))) {
            throw refusal.unexpected(token.getStartIndex(), token.getText());
        }
        return alias.getText();
    }

    Expression expression(FieldNameContext field, SoqlFunctionContext function) {
        return field != null ? path(field) : call(function);
    }

    Path path(FieldNameContext field) {
        List<String> written = field.soqlId().stream().map(RuleNode::getText).toList();
        List<String> reached = written.size() > 1 ? aliases.get(written.get(0)) : null;
        List<String> names = reached == null
                ? written
                : Stream.concat(reached.stream(), written.stream().skip(1)).toList();
        return new Path(names, field.getStart().getStartIndex());
    }

    Call call(SoqlFunctionContext call) {
        Function function = Function.valueOf(call.getStart().getText().toUpperCase(Locale.ROOT));
        return new Call(function, argument(call), call.getStart().getStartIndex());
    }

    private Expression argument(SoqlFunctionContext call) {
        if (call.dateFieldName() != null) {
            return date(call.dateFieldName());
        }
        if (call.DISTANCE() != null) {
            return distanceFrom(call);
        }
        boolean nothing = call.fieldName() == null && call.soqlFunction() == null;
        return nothing ? null : expression(call.fieldName(), call.soqlFunction());
    }

    private Expression date(DateFieldNameContext date) {
        Path field = path(date.fieldName());
        return date.CONVERT_TIMEZONE() == null
                ? field
                : new Call(Function.CONVERTTIMEZONE, field, date.getStart().getStartIndex());
    }

    private Path distanceFrom(SoqlFunctionContext call) {
        var from = call.locationValue(0);
        if (from.fieldName() == null || call.locationValue(1).GEOLOCATION() == null) {
            throw refusal.unexpected(
                    from.getStart().getStartIndex(), from.getStart().getText());
        }
        return path(from.fieldName());
    }
}
