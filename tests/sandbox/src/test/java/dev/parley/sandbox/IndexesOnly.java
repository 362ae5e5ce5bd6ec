package dev.parley.sandbox;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Records that refuse to be read one and all, so that a test sees that an index was used. */
record IndexesOnly(Records records) implements Records {
    @Override
    public Stream<SObject> all(SObjectType type) {
        throw new AssertionError("every " + type + " is read");
    }

    @Override
    public int count(SObjectType type) {
        return records.count(type);
    }

    @Override
    public Optional<SObject> byId(String id) {
        return records.byId(id);
    }

    @Override
    public Stream<SObject> withValue(SObjectType type, Field field, Object value) {
        if (!field.isIndexed()) {
            throw new AssertionError(field.name() + " is sought without an index");
        }
        return records.withValue(type, field, value);
    }

    @Override
    public Stream<SObject> changedSince(SObjectType type, Instant from) {
        return records.changedSince(type, from);
    }
}
