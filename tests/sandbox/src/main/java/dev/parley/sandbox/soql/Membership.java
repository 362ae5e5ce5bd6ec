package dev.parley.sandbox.soql;

import dev.parley.sandbox.soql.Condition.Operator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a value is one of many; the time does not grow with their number, named ranges of days apart. */
record Membership<K extends Comparable<? super K>>(Scale<K> scale) {

    /** A test for values, which are not null, that are in one of the intervals. */
    Predicate<Object> of(List<Interval<K>> intervals) {
        Set<K> points = new HashSet<>();
        List<Interval<K>> ranges =
                intervals.stream().filter(interval -> !interval.isPoint()).toList();
        intervals.stream().filter(Interval::isPoint).forEach(point -> points.add(point.from()));
        return value -> {
            K key = scale.key(value);
            return points.contains(key) || ranges.stream().anyMatch(range -> range.test(Operator.EQUAL, key));
        };
    }

    /** A test for values, null among them, that are one of these. */
    Predicate<Object> ofValues(List<?> values) {
        Set<K> keys = new HashSet<>();
        values.forEach(value -> keys.add(scale.key(value)));
        return value -> value != null && keys.contains(scale.key(value));
    }
}
