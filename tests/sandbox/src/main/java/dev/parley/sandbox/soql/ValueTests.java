package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.Ids;
import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.soql.Condition.Operator;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes the test that an operator and a literal put to a value. As in SOQL a test is true or false, never unknown: no
 * value is equal to nothing but {@code null} and the empty text, unequal to all else, and neither larger nor smaller.
 */
record ValueTests(Refusal refusal, ZonedDateTime now) {
    /** The test; the value it is put to is null where the field is empty. */
    Predicate<Object> of(Bound<?> left, Operator operator, Literal right) {
        return switch (operator) {
            case LIKE -> like(left, right);
            case IN -> in(left, list(left, right));
            case NOT_IN -> in(left, list(left, right)).negate();
            case INCLUDES -> includes(left, list(left, right));
            case EXCLUDES -> includes(left, list(left, right)).negate();
            default -> ordered(left, Scale.of(left, now), operator, right);
        };
    }

    /** Whether one of these values, which are not null, is the field's. */
    Predicate<Object> oneOf(Bound<?> left, List<?> values) {
        return new Membership<>(Scale.of(left, now)).ofValues(values);
    }

    private <K extends Comparable<? super K>> Predicate<Object> ordered(
            Bound<?> left, Scale<K> scale, Operator operator, Literal right) {
        boolean equality = operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
        if (left.type() == FieldType.BOOLEAN && !equality) {
            throw invalidOperator(left);
        }
        if (isNothing(right)) {
            return equality ? value -> (value == null) == (operator == Operator.EQUAL) : value -> false;
        }
        Interval<K> interval = interval(left, scale, right);
        return value -> value == null ? operator == Operator.NOT_EQUAL : interval.test(operator, scale.key(value));
    }

    private Predicate<Object> in(Bound<?> left, List<Literal> literals) {
        return in(left, Scale.of(left, now), literals);
    }

    private <K extends Comparable<? super K>> Predicate<Object> in(
            Bound<?> left, Scale<K> scale, List<Literal> literals) {
        boolean orNothing = literals.stream().anyMatch(ValueTests::isNothing);
        List<Interval<K>> intervals = literals.stream()
                .filter(literal -> !isNothing(literal))
                .map(literal -> interval(left, scale, literal))
                .toList();
        Predicate<Object> member = new Membership<>(scale).of(intervals);
        return value -> value == null ? orNothing : member.test(value);
    }

    private Predicate<Object> like(Bound<?> left, Literal right) {
        boolean text = left.type().isText() && left.type() != FieldType.ID && left.type() != FieldType.REFERENCE;
        if (!text || left.type() == FieldType.MULTIPICKLIST) {
            throw invalidOperator(left);
        }
        if (!(right instanceof Literal.Text literal)) {
            throw wrongType(left);
        }
        LikePattern pattern = new LikePattern(literal.pattern());
        return value -> value != null && pattern.matches((String) value);
    }

    private Predicate<Object> includes(Bound<?> left, List<Literal> literals) {
        if (left.type() != FieldType.MULTIPICKLIST) {
            throw invalidOperator(left);
        }
        if (literals.stream().anyMatch(literal -> !(literal instanceof Literal.Text))) {
            throw wrongType(left);
        }
        Choices choices =
                Choices.of(literals.stream().map(Literal.Text.class::cast).toList());
        return value -> value != null && choices.areIn((String) value);
    }

    private List<Literal> list(Bound<?> left, Literal right) {
        if (right instanceof Literal.Values values) {
            return values.values();
        }
        throw refusal.malformed(
                left.source().at(),
                "expecting a list of values in parentheses for field '"
                        + left.source().spelled() + "'");
    }

    private <K extends Comparable<? super K>> Interval<K> interval(Bound<?> left, Scale<K> scale, Literal right) {
        boolean isId = left.type() == FieldType.ID || left.type() == FieldType.REFERENCE;
        if (isId && right instanceof Literal.Text id && !Ids.isWellFormed(id.value())) {
            throw refusal.at(
                    left.source().at(), Refusal.INVALID_QUERY_FILTER_OPERATOR, "invalid ID field: " + id.value());
        }
        return scale.interval(right).orElseThrow(() -> wrongType(left));
    }

    static boolean isNothing(Literal literal) {
        return literal instanceof Literal.Null
                || (literal instanceof Literal.Text text && text.value().isEmpty());
    }

    private SalesforceError invalidOperator(Bound<?> left) {
        String type = left.type() == FieldType.REFERENCE ? "id" : left.type().apiName();
        return refusal.at(
                left.source().at(), Refusal.INVALID_QUERY_FILTER_OPERATOR, "invalid operator on " + type + " field");
    }

    private SalesforceError wrongType(Bound<?> left) {
        boolean quoted = left.type().isText();
        return refusal.field(
                left.source().at(),
                "value of filter criterion for field '" + left.source().spelled() + "' must be of type "
                        + Scale.nameOf(left.type()) + " and should " + (quoted ? "" : "not ")
                        + "be enclosed in quotes");
    }
}
