package dev.parley.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.Sight;
import dev.parley.sandbox.records.Store;
import dev.parley.sandbox.rest.Queries;
import dev.parley.sandbox.schema.SObjectType;
import dev.parley.sandbox.schema.Schema;
import dev.parley.sandbox.soql.Soql;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** An org to query: it is noon of Monday, 23 November 2026, and records are put in as they are. */
public final class SampleOrg implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Path PACKAGE = Path.of("../../plugin-manifest/salesforce/force-app/main/default");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final Schema schema = Schema.load(PACKAGE);
    private final Store store;
    private boolean tablesClosed;

    public SampleOrg(Path directory) {
        store = new Store(schema, directory, CLOCK);
    }

    /** The records themselves. */
    public Store store() {
        return store;
    }

    /** The org as the administrator sees it. */
    public Schema schema() {
        return schema;
    }

    /** Adds a record that was changed at noon; answers its id. */
    public String add(String type, Object... namesAndValues) {
        return addAt(NOON, type, namesAndValues);
    }

    /** Adds a record that was made and last changed at that time. */
    public String addAt(Instant changed, String type, Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                values.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return store.write(transaction -> {
            SObjectType sobject = schema.find(type).orElseThrow();
            String id = transaction.nextId(sobject);
            values.put("Id", id);
            values.putIfAbsent("IsDeleted", false);
            values.put("CreatedDate", changed);
            values.put("LastModifiedDate", changed);
            values.put("SystemModstamp", changed);
            return transaction.put(sobject, id, values).id();
        });
    }

    /** Everything a query finds. */
    public Queries.Result query(String soql) {
        return query(soql, "62.0");
    }

    /** Everything a query finds, in the recycle bin too. */
    public Queries.Result queryAll(String soql) {
        return query(soql, true, "62.0");
    }

    /** The same, asked by that version of the API. */
    public Queries.Result query(String soql, String version) {
        return query(soql, false, version);
    }

    private Queries.Result query(String soql, boolean includeDeleted, String version) {
        Queries.Request request = new Queries.Request(soql, includeDeleted, schema, Sight.ALL, version);
        return store.read(records -> soql(records).query(request));
    }

    /** Looks whether the Bulk API takes a query. */
    public void checkBulk(String soql) {
        Queries.Request request = new Queries.Request(soql, false, schema, Sight.ALL, "62.0");
        store.read(records -> {
            soql(records).checkBulk(request);
            return null;
        });
    }

    private Soql soql(Records records) {
        return new Soql(tablesClosed ? new IndexesOnly(records) : records, CLOCK);
    }

    /** Asks while no query may read a whole table. */
    public <T> T readingNoTable(Supplier<T> question) {
        tablesClosed = true;
        try {
            return question.get();
        } finally {
            tablesClosed = false;
        }
    }

    /** The rows a query finds. */
    public List<ObjectNode> rows(String soql) {
        return query(soql).records();
    }

    /** The one row a query finds. */
    public JsonNode row(String soql) {
        List<ObjectNode> rows = rows(soql);
        if (rows.size() != 1) {
            throw new AssertionError("one row expected, found " + rows);
        }
        return rows.get(0);
    }

    /** The first column that is no attribute, as text, of every row. */
    public List<String> first(String soql) {
        return rows(soql).stream().map(SampleOrg::firstColumn).toList();
    }

    private static String firstColumn(ObjectNode row) {
        List<JsonNode> columns = row.properties().stream()
                .filter(column -> !column.getKey().equals("attributes"))
                .map(Map.Entry::getValue)
                .toList();
        return columns.get(0).isNull() ? null : columns.get(0).asText();
    }

    @Override
    public void close() {
        store.close();
    }
}
