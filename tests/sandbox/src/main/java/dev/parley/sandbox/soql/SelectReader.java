package dev.parley.sandbox.soql;

import dev.parley.sandbox.soql.Expression.Path;
import dev.parley.sandbox.soql.Selected.TypeOf;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameContext;
import io.github.apexdevtools.apexparser.ApexParser.FieldNameListContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SelectListContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlFunctionContext;
import io.github.apexdevtools.apexparser.ApexParser.SoqlIdContext;
import io.github.apexdevtools.apexparser.ApexParser.SubFieldEntryContext;
import io.github.apexdevtools.apexparser.ApexParser.SubFieldListContext;
import io.github.apexdevtools.apexparser.ApexParser.SubQueryContext;
import io.github.apexdevtools.apexparser.ApexParser.TypeOfContext;
import java.util.List;
import java.util.Locale;

/** Reads {@code SELECT} lists, of queries and of subqueries. */
record SelectReader(QueryReader queries, ExpressionReader names) {

    List<Selected> entries(SelectListContext list) {
        return list.selectEntry().stream().map(this::entry).toList();
    }

    List<Selected> entries(SubFieldListContext list) {
        return list.subFieldEntry().stream().map(this::entry).toList();
    }

    private Selected entry(SelectEntryContext entry) {
        return structured(entry.subQuery(), entry.typeOf(), entry.soqlFunction(), entry.fieldName(), entry.soqlId());
    }

    private Selected entry(SubFieldEntryContext entry) {
        return structured(entry.subQuery(), entry.typeOf(), entry.soqlFunction(), entry.fieldName(), entry.soqlId());
    }

    private Selected structured(
            SubQueryContext children,
            TypeOfContext typeOf,
            SoqlFunctionContext function,
            FieldNameContext field,
            SoqlIdContext alias) {
        if (children != null) {
            return new Selected.Children(queries.read(children, names));
        }
        if (typeOf != null) {
            return typeOf(typeOf);
        }
        if (function != null && function.FIELDS() != null) {
            String extent = function.soqlFieldsParameter().getText().toUpperCase(Locale.ROOT);
            int at = function.getStart().getStartIndex();
            return new Selected.Fields(Selected.Fields.Extent.valueOf(extent), at);
        }
        Expression shown = names.expression(field, function);
        if (alias != null && shown instanceof Expression.Call call && call.argument() == null) {
            var wrong = alias.getStart();
            throw names.refusal().unexpected(wrong.getStartIndex(), wrong.getText());
        }
        return new Selected.Column(shown, names.alias(alias));
    }

    private TypeOf typeOf(TypeOfContext typeOf) {
        List<TypeOf.Branch> branches = typeOf.whenClause().stream()
                .map(when -> new TypeOf.Branch(when.fieldName().getText(), paths(when.fieldNameList())))
                .toList();
        List<Path> otherwise = typeOf.elseClause() == null
                ? List.of()
                : paths(typeOf.elseClause().fieldNameList());
        return new TypeOf(names.path(typeOf.fieldName()), branches, otherwise);
    }

    private List<Path> paths(FieldNameListContext list) {
        return list.fieldName().stream().map(names::path).toList();
    }
}
