package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Where a condition may take a list from a subquery, and which: less than the grammar has. */
record SemiJoinRules(Names names) {
    private static final int MOST = 2;
    private static final Set<String> NOT_INSIDE =
            Set.of("ActivityHistory", "Attachment", "Event", "EventAttendee", "Note", "OpenActivity", "Tag", "Task");
    private static final String NOT_ON_TOP = "Semi join sub-selects are only allowed at the top level WHERE expressions"
            + " and not in nested WHERE expressions.";

    /** Checks the condition of a whole query on records of that type. */
    void check(Query query, SObjectType type) {
        Condition where = query.where();
        List<Condition> top =
                where == null ? List.of() : where instanceof Condition.And and ? and.parts() : List.of(where);
        if (where instanceof Condition.Or or) {
            refuse(
                    or.parts().stream().flatMap(SemiJoinRules::direct).toList(),
                    "Semi join sub-selects are not allowed" + " with the 'OR' operator");
        }
        top.stream()
                .filter(part -> !(part instanceof Condition.Comparison))
                .forEach(part -> refuse(SemiJoin.of(part), NOT_ON_TOP));
        List<SemiJoin> joins = top.stream().flatMap(SemiJoinRules::direct).toList();
        if (joins.size() > MOST) {
            throw refusal(joins.get(MOST), "Maximum 2 semi join sub-selects are allowed");
        }
        joins.forEach(join -> check(join, type));
        query.select().stream()
                .filter(Selected.Children.class::isInstance)
                .forEach(each ->
                        refuse(SemiJoin.of(((Selected.Children) each).query().where()), NOT_ON_TOP));
    }

    private void check(SemiJoin join, SObjectType type) {
        SObjectType inner = names.type(join.query().from());
        if (NOT_INSIDE.contains(inner.name())) {
            throw refusal(join, "Entity '" + inner.name() + "' is not supported for semi join inner selects");
        } else if (inner.name().equals(type.name())) {
            throw refusal(join, "The inner and outer selects should not be on the same object type");
        }
        refuse(SemiJoin.of(join.query().where()), "Nesting of semi join sub-selects is not supported");
        checkColumn(join, inner, type);
    }

    /** What is no field of the subquery's own, or no id at all, is refused when it is answered. */
    private void checkColumn(SemiJoin join, SObjectType inner, SObjectType type) {
        if (join.query().select().get(0) instanceof Selected.Column column
                && column.expression() instanceof Expression.Path selected
                && join.left() instanceof Expression.Path left) {
            Set<String> offered = objects(inner, selected);
            Set<String> wanted = objects(type, left);
            if (!offered.isEmpty() && !wanted.isEmpty() && Collections.disjoint(offered, wanted)) {
                throw refusal(
                        join,
                        "The selected field '" + selected.spelled() + "' in the subquery and the left operand field in"
                                + " the where expression in the outer query '" + left.spelled()
                                + "' should point to the same object type");
            }
        }
    }

    /** The types whose ids a field holds, none if it holds no ids. */
    private Set<String> objects(SObjectType type, Expression.Path path) {
        Reach reach = names.reach(type, path);
        Field field = reach.field();
        if (field.parent().isPresent()) {
            return Set.copyOf(field.parent().get().targets());
        }
        return field.name().equals("Id") && reach.hops().isEmpty() ? Set.of(type.name()) : Set.of();
    }

    private static Stream<SemiJoin> direct(Condition part) {
        return part instanceof Condition.Comparison ? SemiJoin.of(part).stream() : Stream.empty();
    }

    private void refuse(List<SemiJoin> joins, String what) {
        if (!joins.isEmpty()) {
            throw refusal(joins.get(0), what);
        }
    }

    private SalesforceError refusal(SemiJoin join, String what) {
        return names.refusal().malformed(join.query().from().at(), what);
    }

    /** A subquery and what it is compared with. */
    private record SemiJoin(Expression left, Query query) {

        /** All of a condition, which may be null, however deep. */
        static List<SemiJoin> of(Condition condition) {
            if (condition instanceof Condition.And and) {
                return and.parts().stream().flatMap(part -> of(part).stream()).toList();
            } else if (condition instanceof Condition.Or or) {
                return or.parts().stream().flatMap(part -> of(part).stream()).toList();
            } else if (condition instanceof Condition.Not not) {
                return of(not.inner());
            }
            return condition instanceof Condition.Comparison comparison
                            && comparison.right() instanceof Literal.SemiJoin join
                    ? List.of(new SemiJoin(comparison.left(), join.query()))
                    : List.of();
        }
    }
}
