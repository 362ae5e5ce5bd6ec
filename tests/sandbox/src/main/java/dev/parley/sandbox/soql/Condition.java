package dev.parley.sandbox.soql;

import java.util.List;

/** What {@code WHERE} and {@code HAVING} ask of a record or a group. */
sealed interface Condition {

    /** All of them hold. */
    record And(List<Condition> parts) implements Condition {}

    /** At least one of them holds. */
    record Or(List<Condition> parts) implements Condition {}

    /** It does not hold. */
    record Not(Condition inner) implements Condition {}

    /** A field or function against a literal. */
    record Comparison(Expression left, Operator operator, Literal right) implements Condition {}

    /** The comparison operators. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LIKE,
        IN,
        NOT_IN,
        INCLUDES,
        EXCLUDES
    }
}
