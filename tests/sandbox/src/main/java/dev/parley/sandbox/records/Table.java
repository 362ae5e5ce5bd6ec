package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.FieldType;
import dev.parley.sandbox.schema.SObjectType;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The records of one type, with an index for each field that has one and one by time of change. */
final class Table {
    private final Map<String, SObject> byId = new LinkedHashMap<>();
    private final Map<String, Map<Object, Map<String, SObject>>> byValue = new HashMap<>();
    private final NavigableMap<Changed, SObject> byChange = new TreeMap<>();
    private final List<Field> indexed;

    private record Changed(Instant at, String id) implements Comparable<Changed> {
        @Override
        public int compareTo(Changed other) {
            int byTime = at.compareTo(other.at);
            return byTime == 0 ? id.compareTo(other.id) : byTime;
        }
    }

    Table(SObjectType type) {
        indexed = type.fields().stream()
                .filter(Field::isIndexed)
                .filter(field -> !field.name().equals("Id"))
                .toList();
        indexed.forEach(field -> byValue.put(field.name(), new HashMap<>()));
    }

    Stream<SObject> all() {
        return byId.values().stream();
    }

    int size() {
        return byId.size();
    }

    Stream<SObject> withValue(Field field, Object value) {
        Object key = key(field, value);
        Map<Object, Map<String, SObject>> index = byValue.get(field.name());
        if (index == null) {
            return all().filter(each ->
                    each.get(field) != null && key(field, each.get(field)).equals(key));
        }
        return index.getOrDefault(key, Map.of()).values().stream();
    }

    Stream<SObject> changedSince(Instant from) {
        return byChange.tailMap(new Changed(from, ""), true).values().stream();
    }

    /** Takes one state of a record out and puts another in; either may be null. */
    void replace(SObject before, SObject now) {
        if (before != null) {
            byChange.remove(changed(before));
        }
        if (now == null) {
            byId.remove(Objects.requireNonNull(before).id());
        } else {
            byId.put(now.id(), now);
            byChange.put(changed(now), now);
        }
        indexed.forEach(field -> reindex(field, before, now));
    }

    private void reindex(Field field, SObject before, SObject now) {
        Map<Object, Map<String, SObject>> index = byValue.get(field.name());
        Object old = before == null ? null : key(field, before.get(field));
        Object fresh = now == null ? null : key(field, now.get(field));
        if (old != null && !old.equals(fresh)) {
            index.computeIfPresent(old, (key, found) -> {
                found.remove(before.id());
                return found.isEmpty() ? null : found;
            });
        }
        if (fresh != null) {
            index.computeIfAbsent(fresh, key -> new LinkedHashMap<>(2)).put(now.id(), now);
        }
    }

    private static Changed changed(SObject record) {
        return new Changed((Instant) record.get("SystemModstamp"), record.id());
    }

    private static Object key(Field field, Object value) {
        boolean foldCase =
                value instanceof String && !field.is(Field.Trait.CASE_SENSITIVE) && field.type() != FieldType.REFERENCE;
        return foldCase ? ((String) value).toLowerCase(Locale.ROOT) : value;
    }
}
