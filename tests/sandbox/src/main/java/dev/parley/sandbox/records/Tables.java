package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All records, a table a type. */
final class Tables implements Records {
    private final Map<String, Table> byType = new HashMap<>();
    private final Map<String, SObject> byId = new LinkedHashMap<>();

    @Override
    public Stream<SObject> all(SObjectType type) {
        return table(type).all();
    }

    @Override
    public int count(SObjectType type) {
        return table(type).size();
    }

    @Override
    public Optional<SObject> byId(String id) {
        return Optional.ofNullable(byId.get(id.length() == 15 ? Ids.to18(id) : id));
    }

    @Override
    public Stream<SObject> withValue(SObjectType type, Field field, Object value) {
        if (field.name().equals("Id")) {
            return byId((String) value).filter(found -> found.type().name().equals(type.name())).stream();
        }
        return table(type).withValue(field, value);
    }

    @Override
    public Stream<SObject> changedSince(SObjectType type, Instant from) {
        return table(type).changedSince(from);
    }

    /** Puts the record in place of the one with its id; null removes it. */
    void put(String id, SObject now) {
        SObject before = now == null ? byId.remove(id) : byId.put(id, now);
        SObject either = now == null ? before : now;
        if (either != null) {
            table(either.type()).replace(before, now);
        }
    }

    void retype(Schema schema) {
        List<SObject> all = List.copyOf(byId.values());
        clear();
        for (SObject record : all) {
            schema.find(record.type().name())
                    .ifPresent(type -> put(record.id(), new SObject(type, record.id(), record.values())));
        }
    }

    void clear() {
        byType.clear();
        byId.clear();
    }

    private Table table(SObjectType type) {
        return byType.computeIfAbsent(type.name(), name -> new Table(type));
    }
}
