package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Records as one user sees them. */
record SightedRecords(Records records, Sight sight) implements Records {

    @Override
    public Stream<SObject> all(SObjectType type) {
        return seen(type, records.all(type));
    }

    @Override
    public int count(SObjectType type) {
        return sight.seesAll(type)
                ? records.count(type)
                : Math.toIntExact(all(type).count());
    }

    @Override
    public Optional<SObject> byId(String id) {
        return records.byId(id).filter(record -> sight.seesAll(record.type()) || sight.sees(record));
    }

    @Override
    public Stream<SObject> withValue(SObjectType type, Field field, Object value) {
        return seen(type, records.withValue(type, field, value));
    }

    @Override
    public Stream<SObject> changedSince(SObjectType type, Instant from) {
        return seen(type, records.changedSince(type, from));
    }

    private Stream<SObject> seen(SObjectType type, Stream<SObject> found) {
        return sight.seesAll(type) ? found : found.filter(sight::sees);
    }
}
