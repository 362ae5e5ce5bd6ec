package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.soql.Condition.Comparison;
import dev.parley.sandbox.soql.Condition.Operator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Chooses, by the org's indexes, which records a condition can be true of at all, so that not all are read. What it
 * gives holds every record that fits and is still to be filtered.
 */
record Candidates(RecordQuery query, SObjectType type) {

    /** The records worth testing against the condition, which is null where none is written. */
    Stream<SObject> of(Condition where) {
        List<Comparison> needed = needed(where);
        return byValue(needed)
                .or(() -> needed.stream().flatMap(this::since).findFirst())
                .orElseGet(() -> records().all(type));
    }

    private Records records() {
        return query.org().records();
    }

    /** The comparisons that every record which fits must pass. */
    private static List<Comparison> needed(Condition where) {
        if (where instanceof Comparison comparison) {
            return List.of(comparison);
        } else if (where instanceof Condition.And and) {
            return and.parts().stream().flatMap(part -> needed(part).stream()).toList();
        }
        return List.of();
    }

    private Optional<Stream<SObject>> byValue(List<Comparison> needed) {
        return needed.stream()
                .filter(comparison -> comparison.operator() == Operator.EQUAL || comparison.operator() == Operator.IN)
                .filter(comparison ->
                        ownField(comparison).filter(Candidates::hasIndexOfTexts).isPresent())
                .filter(comparison -> isSought(comparison.right()))
                .min((one, other) -> Boolean.compare(!isById(one), !isById(other)))
                .map(this::lookUp);
    }

    private Optional<Field> ownField(Comparison comparison) {
        return comparison.left() instanceof Expression.Path path && path.names().size() == 1
                ? type.field(path.last())
                : Optional.empty();
    }

    private static boolean hasIndexOfTexts(Field field) {
        return field.isIndexed() && field.type().isText();
    }

    private boolean isById(Comparison comparison) {
        return ownField(comparison).orElseThrow().type() == FieldType.ID;
    }

    /** Whether an index can answer: texts only, and none that also asks for records without a value. */
    private static boolean isSought(Literal literal) {
        if (literal instanceof Literal.Values values) {
            return values.values().stream().allMatch(Candidates::isSought);
        }
        boolean text = literal instanceof Literal.Text && !ValueTests.isNothing(literal);
        return text || literal instanceof Literal.SemiJoin;
    }

    private Stream<SObject> lookUp(Comparison comparison) {
        Field field = ownField(comparison).orElseThrow();
        if (field.type() != FieldType.ID && field.type() != FieldType.REFERENCE) {
            return values(comparison.right())
                    .flatMap(value -> records().withValue(type, field, value))
                    .distinct();
        }
        Stream<SObject> referred = values(comparison.right()).flatMap(id -> records().byId(id).stream());
        return field.type() == FieldType.ID
                ? referred.filter(record -> record.type().name().equals(type.name()))
                        .distinct()
                : referred.distinct().flatMap(record -> records().withValue(type, field, record.id()));
    }

    private Stream<String> values(Literal literal) {
        if (literal instanceof Literal.Values values) {
            return values.values().stream().flatMap(this::values);
        } else if (literal instanceof Literal.SemiJoin join) {
            return query.semiJoins().values(join.query()).stream().map(String.class::cast);
        }
        return Stream.of(((Literal.Text) literal).value());
    }

    /** A record's SystemModstamp is never before its LastModifiedDate, so that one index serves both. */
    private Stream<Stream<SObject>> since(Comparison comparison) {
        boolean later = comparison.operator() == Operator.GREATER || comparison.operator() == Operator.GREATER_OR_EQUAL;
        boolean stamp = ownField(comparison)
                .filter(field ->
                        field.name().equals("SystemModstamp") || field.name().equals("LastModifiedDate"))
                .isPresent();
        return later && stamp
                ? new Scale.Moments(query.org().now())
                        .interval(comparison.right()).<Instant>map(Interval::from).stream()
                                .map(from -> records().changedSince(type, from))
                : Stream.empty();
    }
}
