package dev.parley.sandbox.soql;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What a query is checked against that is not to be answered yet: its subqueries are answered when it is bound. */
final class NoRecords implements Records {
    @Override
    public Stream<SObject> all(SObjectType type) {
        return Stream.empty();
    }

    @Override
    public int count(SObjectType type) {
        return 0;
    }

    @Override
    public Optional<SObject> byId(String id) {
        return Optional.empty();
    }

    @Override
    public Stream<SObject> withValue(SObjectType type, Field field, Object value) {
        return Stream.empty();
    }

    @Override
    public Stream<SObject> changedSince(SObjectType type, Instant from) {
        return Stream.empty();
    }
}
