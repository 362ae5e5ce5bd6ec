package dev.parley.sandbox.records;

import dev.parley.sandbox.schema.Field;
import dev.parley.sandbox.schema.SObjectType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Changes that are kept together or not at all, and can be taken back to any point in between. */
public final class Transaction implements Records {
    private final Tables tables;
    private final Numbers numbers;
    private final RecycleBin bin;
    private final Instant now;
    private final List<Change> changes = new ArrayList<>();

    private record Change(String id, SObject before, SObject now) {}

    Transaction(Tables tables, Numbers numbers, RecycleBin bin, Instant now) {
        this.tables = tables;
        this.numbers = numbers;
        this.bin = bin;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** The time of the transaction. Salesforce keeps whole seconds. */
    public Instant now() {
        return now;
    }

    /** What deletions took along. */
    public RecycleBin bin() {
        return bin;
    }

    /** An id that no record of the type has had. */
    public String nextId(SObjectType type) {
        return numbers.nextId(type);
    }

    /** The automatic number for a field of the record with that id, null where the field has none. */
    public String automaticNumber(SObjectType type, Field field, String id) {
        return Numbers.automatic(type, field, id);
    }

    /** Puts a record in place of the one with its id, if there is one. */
    public SObject put(SObjectType type, String id, Map<String, Object> values) {
        SObject record = new SObject(type, id, values);
        changes.add(new Change(id, tables.byId(id).orElse(null), record));
        tables.put(id, record);
        return record;
    }

    /** A point to come back to. */
    public int mark() {
        return changes.size();
    }

    /** Takes back what was changed since the mark. */
    public void rollbackTo(int mark) {
        while (changes.size() > mark) {
            Change last = changes.remove(changes.size() - 1);
            tables.put(last.id(), last.before());
        }
    }

    /** The last state of each record that was changed, in the order of their first change. */
    List<SObject> changes() {
        Map<String, SObject> last = new LinkedHashMap<>();
        changes.forEach(change -> last.put(change.id(), change.now()));
        return List.copyOf(last.values());
    }

    /** What it comes to for each record: its state before and its last one. */
    List<Commit.Change> net() {
        Map<String, Commit.Change> net = new LinkedHashMap<>();
        changes.forEach(change -> net.merge(
                change.id(),
                new Commit.Change(change.before(), change.now()),
                (first, last) -> new Commit.Change(first.before(), last.after())));
        return List.copyOf(net.values());
    }

    @Override
    public Stream<SObject> all(SObjectType type) {
        return tables.all(type);
    }

    @Override
    public int count(SObjectType type) {
        return tables.count(type);
    }

    @Override
    public Optional<SObject> byId(String id) {
        return tables.byId(id);
    }

    @Override
    public Stream<SObject> withValue(SObjectType type, Field field, Object value) {
        return tables.withValue(type, field, value);
    }

    @Override
    public Stream<SObject> changedSince(SObjectType type, Instant from) {
        return tables.changedSince(type, from);
    }
}
