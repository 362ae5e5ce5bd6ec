package dev.parley.sandbox.soql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.FieldJson;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.ChildRelationship;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.soql.Selected.Fields;
import java.util.List;
import java.util.function.Function;

/**
 * Checks a {@code SELECT} list that shows records one by one, and makes the projection it asks for.
 *
 * @param level how far below the query's root the records are
 */
record Selection(RecordQuery query, SObjectType type, Projection projection, int level) {
    private static final int MOST_RECORDS_WITH_ALL_FIELDS = 200;
    private static final int MOST_LEVELS_DOWN = 4;

    /** What the query shows of the records of that type. */
    static Projection of(RecordQuery records, Query query, SObjectType type) {
        return of(records, query, type, 0);
    }

    private static Projection of(RecordQuery records, Query query, SObjectType type, int level) {
        Selection selection = new Selection(records, type, new Projection(records.org()), level);
        for (Selected selected : query.select()) {
            selection.add(query, selected);
        }
        return selection.projection();
    }

    private void add(Query asked, Selected selected) {
        if (selected instanceof Selected.Column column) {
            add(column);
        } else if (selected instanceof Selected.Children children) {
            add(children.query());
        } else if (selected instanceof Selected.TypeOf typeOf) {
            TypeOfSelection.add(this, typeOf);
        } else if (selected instanceof Fields fields) {
            add(asked, fields);
        }
    }

    private void add(Selected.Column column) {
        Expression expression = column.expression();
        if (expression instanceof Expression.Path path) {
            if (column.alias() != null) {
                throw refusal().malformed(path.at(), "only aggregate expressions use field aliasing");
            }
            add(projection, type, path);
            return;
        }
        checkCall((Expression.Call) expression);
        Bound<SObject> bound = query.binder(type).bind(expression);
        String name = column.alias() != null
                ? column.alias()
                : bound.field() == null ? "expr0" : bound.field().name();
        projection.add(
                name, bound.read().andThen(FieldJson::of).andThen(new Formatted(query.names(), type).by(expression)));
    }

    private void checkCall(Expression.Call call) {
        if (call.isAggregate() && level > 0) {
            throw refusal().malformed(call.at(), "only root queries support aggregate expressions");
        } else if (call.function().isDatePart()) {
            throw refusal().malformed(call.at(), "Field must be grouped or aggregated: " + call.spelled());
        }
    }

    /** Shows a field of records of that type, nested under its relationships. */
    void add(Projection shown, SObjectType from, Expression.Path path) {
        Reach reach = query.names().reach(from, path);
        Projection at = shown;
        for (Field hop : reach.hops()) {
            at = at.parent(hop);
        }
        Field field = reach.field();
        if (at.shows(field.name())) {
            throw refusal().field(path.at(), "duplicate field selected: " + path.spelled());
        }
        at.add(
                field.name(),
                field.equals(NameFields.TYPE)
                        ? record -> FieldJson.of(record.type().name())
                        : record -> FieldJson.of(record.get(field)));
    }

    private void add(Query asked, Fields fields) {
        boolean bounded = asked.limit().orElse(Integer.MAX_VALUE) <= MOST_RECORDS_WITH_ALL_FIELDS;
        if (!bounded && fields.extent() != Fields.Extent.STANDARD) {
            throw refusal().malformed(fields.at(), "The SOQL FIELDS function must have a LIMIT of at most 200");
        }
        for (Field field : type.fields()) {
            boolean meant = fields.extent() == Fields.Extent.ALL
                    || field.isCustom() == (fields.extent() == Fields.Extent.CUSTOM);
            if (meant && !projection.shows(field.name())) {
                projection.add(field.name(), record -> FieldJson.of(record.get(field)));
            }
        }
    }

    private void add(Query children) {
        checkLevel(children);
        ChildRelationship relationship = query.names().children(type, children.from());
        SObjectType childType =
                query.org().schema().find(relationship.childType()).orElseThrow();
        Field reference = childType.field(relationship.field()).orElseThrow();
        Projection shown = of(query, children, childType, level + 1);
        Finder finder = query.finder(children, childType);
        Function<SObject, List<SObject>> find =
                parent -> finder.among(query.org().records().withValue(childType, reference, parent.id()));
        if (projection.shows(relationship.relationshipName())) {
            throw refusal()
                    .malformed(
                            children.from().at(),
                            "duplicate aggregate relationship: " + relationship.relationshipName());
        }
        projection.add(relationship.relationshipName(), parent -> result(find.apply(parent), shown));
    }

    private void checkLevel(Query children) {
        int most = query.org().hasDeepChildren() ? MOST_LEVELS_DOWN : 1;
        if (level >= most) {
            throw refusal()
                    .malformed(
                            children.from().at(),
                            "SOQL statements cannot query aggregate relationships more than " + most
                                    + (most == 1 ? " level" : " levels") + " away from the root entity object.");
        }
    }

    private static JsonNode result(List<SObject> children, Projection shown) {
        if (children.isEmpty()) {
            return JsonNodeFactory.instance.nullNode();
        }
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("totalSize", children.size()).put("done", true);
        children.forEach(child -> result.withArray("records").add(shown.of(child)));
        return result;
    }

    private Refusal refusal() {
        return query.names().refusal();
    }
}
