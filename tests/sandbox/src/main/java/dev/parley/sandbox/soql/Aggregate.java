package dev.parley.sandbox.soql;

import dev.parley.sandbox.schema.FieldType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Sums values up to one. */
record Aggregate(Function function, FieldType argument) {
    private static final BigDecimal LARGEST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);
    private static final Set<FieldType> WITHOUT_ORDER = Set.of(FieldType.BOOLEAN, FieldType.MULTIPICKLIST);

    /** Whether the function can take values of that type. */
    boolean isSupported() {
        return switch (function) {
            case SUM, AVG -> argument.isNumber();
            case MIN, MAX -> !WITHOUT_ORDER.contains(argument);
            default -> true;
        };
    }

    /** The type of the result. */
    FieldType type() {
        return switch (function) {
            case COUNT, COUNT_DISTINCT -> FieldType.INT;
            case AVG -> FieldType.DOUBLE;
            default -> argument;
        };
    }

    /** The result; null of no values, except for counts. */
    Object of(Stream<Object> values) {
        List<Object> present = values.filter(Objects::nonNull).toList();
        return switch (function) {
            case COUNT -> present.size();
            case COUNT_DISTINCT -> (int)
                    present.stream().map(Aggregate::folded).distinct().count();
            case MIN -> present.stream().min(Order::compare).orElse(null);
            case MAX -> present.stream().max(Order::compare).orElse(null);
            default -> present.isEmpty() ? null : ofNumbers(present);
        };
    }

    private Object ofNumbers(List<Object> values) {
        BigDecimal sum =
                values.stream().map(value -> new BigDecimal(value.toString())).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (function == Function.AVG) {
            return sum.divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL64);
        }
        boolean whole = argument == FieldType.INT && sum.compareTo(LARGEST_INT) <= 0;
        return whole ? (Object) sum.intValue() : sum;
    }

    private static Object folded(Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }
}
