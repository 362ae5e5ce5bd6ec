package dev.parley.sandbox.soql;

import dev.parley.sandbox.soql.Condition.Operator;

/**
 * What a literal stands for on an ordered scale.
 *
 * @param from the least value of the literal
 * @param until the least value above it; the same as {@code from} for a single point, which is then itself included
 */
record Interval<T extends Comparable<? super T>>(T from, T until) {

    static <T extends Comparable<? super T>> Interval<T> point(T value) {
        return new Interval<>(value, value);
    }

    /** Whether it is a single value. */
    boolean isPoint() {
        return from.equals(until);
    }

    /** Whether a value, which is not null, stands in that relation to the literal. */
    boolean test(Operator operator, T value) {
        return switch (operator) {
            case EQUAL -> !isBelow(value) && !isAbove(value);
            case NOT_EQUAL -> isBelow(value) || isAbove(value);
            case LESS -> isBelow(value);
            case LESS_OR_EQUAL -> !isAbove(value);
            case GREATER -> isAbove(value);
            case GREATER_OR_EQUAL -> !isBelow(value);
            default -> throw new IllegalStateException(operator + " does not compare by size");
        };
    }

    private boolean isBelow(T value) {
        return value.compareTo(from) < 0;
    }

    private boolean isAbove(T value) {
        int toEnd = value.compareTo(until);
        return isPoint() ? toEnd > 0 : toEnd >= 0;
    }
}
