package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.SObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Puts records into groups, for each set of keys that the kind of grouping asks for. */
record Grouper(List<Bound<SObject>> keys, Query.Grouping grouping) {

    /** The groups of these records, in the order of their first record. */
    List<Group> groups(List<SObject> records) {
        return sets().flatMap(used -> groups(records, used).stream()).toList();
    }

    /** Which keys count, once for the groups themselves and once for each level of subtotals. */
    private Stream<List<Boolean>> sets() {
        int size = keys.size();
        return switch (grouping) {
            case PLAIN -> Stream.of(IntStream.range(0, size).mapToObj(i -> true).toList());
            case ROLLUP -> IntStream.rangeClosed(0, size).mapToObj(left -> IntStream.range(0, size)
                    .mapToObj(i -> i < size - left)
                    .toList());
            case CUBE -> IntStream.range(0, 1 << size).mapToObj(left -> IntStream.range(0, size)
                    .mapToObj(i -> (left >> i & 1) == 0)
                    .toList());
        };
    }

    private Collection<Group> groups(List<SObject> records, List<Boolean> used) {
        Map<List<Object>, Group> groups = new LinkedHashMap<>();
        List<Boolean> subtotal = used.stream().map(counts -> !counts).toList();
        if (!used.contains(true)) {
            groups.put(List.of(), new Group(key(null, used), subtotal, new ArrayList<>()));
        }
        for (SObject record : records) {
            List<Object> key = key(record, used);
            groups.computeIfAbsent(
                            used.contains(true) ? folded(key) : List.of(),
                            none -> new Group(key, subtotal, new ArrayList<>()))
                    .records()
                    .add(record);
        }
        return groups.values();
    }

    private List<Object> key(SObject record, List<Boolean> used) {
        List<Object> key = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            key.add(used.get(i) ? keys.get(i).read().apply(record) : null);
        }
        return key;
    }

    /** Upper and lower case are one group. */
    private static List<Object> folded(List<Object> key) {
        List<Object> folded = new ArrayList<>(key);
        folded.replaceAll(value -> value instanceof String text ? text.toLowerCase(Locale.ROOT) : value);
        return folded;
    }
}
